package dev.latchkey.fake.devicehive;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users, their failed logins, and the plugins. To be used with the fake's state to oneself. */
final class Accounts {
    private final Map<String, FakeUser> users = new LinkedHashMap<>();
    private final Map<String, Integer> failedLogins = new LinkedHashMap<>();
    private final Set<String> lockedByFailures = new HashSet<>();
    private final Map<String, FakePlugin> plugins = new LinkedHashMap<>();
    private long nextId = 1;

    void clear() {
        users.clear();
        failedLogins.clear();
        lockedByFailures.clear();
        plugins.clear();
        nextId = 1;
    }

    void add(FakeUser user) {
        FakeUser before = users.get(user.login());
        Long kept = before == null ? null : before.id();
        Long wanted = user.id() == null ? kept : user.id();
        FakeUser holder = wanted == null ? null : user(wanted);
        if (holder != null && !holder.login().equals(user.login())) {
            throw new IllegalArgumentException(
                    "user " + user.login() + " is to have the number " + wanted + ", which " + holder.login() + " has");
        }
        long id = wanted == null ? nextId : wanted;
        nextId = Math.max(nextId, id + 1);
        users.put(user.login(), user.toBuilder().id(id).build());
        forgetFailures(user.login());
    }

    void remove(String login) {
        users.remove(require(login).login());
        forgetFailures(login);
    }

    /**
     * What has become of a user, be it under another login. Lists that are not sorted have it at their end now, as the server's
     * database does.
     */
    void replace(FakeUser before, FakeUser after) {
        users.remove(before.login());
        Integer failed = failedLogins.remove(before.login());
        boolean lockedOut = lockedByFailures.remove(before.login());
        users.put(after.login(), after);
        if (failed != null && before.status() == after.status()) {
            failedLogins.put(after.login(), failed);
        }
        if (lockedOut && before.status() == after.status()) {
            lockedByFailures.add(after.login());
        }
        plugins.replaceAll((topic, plugin) ->
                plugin.owner().equals(before.login()) ? new FakePlugin(topic, after.login()) : plugin);
    }

    Collection<FakeUser> users() {
        return users.values();
    }

    void add(FakePlugin plugin) {
        require(plugin.owner());
        plugins.put(plugin.topic(), plugin);
    }

    void removePlugin(String topic) {
        if (plugins.remove(topic) == null) {
            throw new IllegalArgumentException("no plugin with the topic " + topic + "; there are " + plugins.keySet());
        }
    }

    @Nullable
    FakeUser user(String login) {
        return users.get(login);
    }

    @Nullable
    FakeUser user(long id) {
        return users.values().stream()
                .filter(user -> Objects.equals(user.id(), id))
                .findFirst()
                .orElse(null);
    }

    FakeUser require(String login) {
        FakeUser user = users.get(login);
        if (user == null) {
            throw new IllegalArgumentException("no user " + login + "; there are " + users.keySet());
        }
        return user;
    }

    /** The user with this number, or the server's refusal. */
    FakeUser require(long id) {
        FakeUser user = user(id);
        if (user == null) {
            throw Errors.notFound("User", id);
        }
        return user;
    }

    /** The number that every user gets when added. */
    static long id(FakeUser user) {
        return Objects.requireNonNull(user.id());
    }

    @Nullable
    FakePlugin plugin(String topic) {
        return plugins.get(topic);
    }

    /** The user that a plugin belongs to; null if that has been removed. */
    @Nullable
    FakeUser owner(FakePlugin plugin) {
        return users.get(plugin.owner());
    }

    int failedLogins(String login) {
        return failedLogins.getOrDefault(login, 0);
    }

    void loggedIn(FakeUser user) {
        failedLogins.remove(user.login());
    }

    /** Lets users in again whom failed logins have locked out, and counts from none. */
    void forgetFailures() {
        failedLogins.clear();
        lockedByFailures.forEach(login -> users.computeIfPresent(
                login,
                (any, user) -> user.status() == UserStatus.LOCKED_OUT
                        ? user.toBuilder().status(UserStatus.ACTIVE).build()
                        : user));
        lockedByFailures.clear();
    }

    private void forgetFailures(String login) {
        failedLogins.remove(login);
        lockedByFailures.remove(login);
    }

    /** Keeps the time of a login. */
    FakeUser loggedIn(FakeUser user, Instant at) {
        FakeUser seen = user.toBuilder().lastLogin(at).build();
        users.put(user.login(), seen);
        return seen;
    }

    /** Counts a wrong password, and locks the user with the last one that is allowed. */
    void loginFailed(FakeUser user, int allowed) {
        int failed = failedLogins(user.login()) + 1;
        if (failed >= allowed) {
            users.put(
                    user.login(), user.toBuilder().status(UserStatus.LOCKED_OUT).build());
            failedLogins.remove(user.login());
            lockedByFailures.add(user.login());
        } else {
            failedLogins.put(user.login(), failed);
        }
    }
}
