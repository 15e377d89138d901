package dev.latchkey.fake.controlbyweb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts and users. To be used with the fake's state to oneself. */
final class Directory {
    private final Map<Long, FakeAccount> accounts = new LinkedHashMap<>();
    private final Map<String, FakeUser> users = new LinkedHashMap<>();
    private int nextUserId;

    Directory() {
        clear();
    }

    void clear() {
        accounts.clear();
        users.clear();
        nextUserId = 1;
        add(Documented.ACCOUNT);
    }

    void add(FakeAccount account) {
        Long parent = account.parentId();
        if (parent != null && !accounts.containsKey(parent)) {
            throw new IllegalArgumentException(
                    "account " + account.id() + " is to be below account " + parent + ", which does not exist");
        }
        if (parent != null && isWithin(parent, account.id())) {
            throw new IllegalArgumentException("account " + account.id() + " cannot be below itself");
        }
        accounts.put(account.id(), account);
    }

    void add(FakeUser user) {
        if (!accounts.containsKey(user.accountId())) {
            throw new IllegalArgumentException(
                    "user " + user.username() + " is to be in account " + user.accountId() + ", which does not exist");
        }
        Integer id = user.id();
        int taken = id == null ? nextUserId : id;
        nextUserId = Math.max(nextUserId, taken + 1);
        users.put(user.username(), user.toBuilder().id(taken).build());
    }

    void remove(String username) {
        users.remove(require(username).username());
    }

    @Nullable
    FakeUser user(String username) {
        return users.get(username);
    }

    FakeUser require(String username) {
        FakeUser user = users.get(username);
        if (user == null) {
            throw new IllegalArgumentException("no user " + username + "; there are " + users.keySet());
        }
        return user;
    }

    @Nullable
    FakeUser userByEmail(String email) {
        return users.values().stream()
                .filter(user -> user.email().equalsIgnoreCase(email))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    FakeAccount account(long id) {
        return accounts.get(id);
    }

    List<FakeAccount> childrenOf(long id) {
        return accounts.values().stream()
                .filter(account -> account.parentId() != null && account.parentId() == id)
                .toList();
    }

    /** The users of an account and of all below it. */
    List<FakeUser> usersWithin(long account) {
        return users.values().stream()
                .filter(user -> isWithin(user.accountId(), account))
                .toList();
    }

    /** Whether an account is another one or below it. */
    boolean isWithin(long account, long other) {
        Long id = account;
        while (id != null) {
            if (id == other) {
                return true;
            }
            FakeAccount next = accounts.get(id);
            id = next == null ? null : next.parentId();
        }
        return false;
    }
}
