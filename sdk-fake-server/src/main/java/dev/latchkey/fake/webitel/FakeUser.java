package dev.latchkey.fake.webitel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A user of Webitel. Immutable. A name with a domain, as in {@code 100@mydomain.com}, is a user's; one without is that of
 * root.
 *
 * <pre>{@code
 * fake.addUser(FakeUser.builder("100@mydomain.com", "secret").role(1, "admin").right("cdr", "r", "u").build());
 * }</pre>
 */
public final class FakeUser {
    private final Builder from;

    private FakeUser(Builder from) {
        this.from = from;
    }

    /** Starts a user with this name and password. */
    public static Builder builder(String username, String password) {
        return new Builder(username, password);
    }

    /** The name that the user logs in with. */
    public String username() {
        return from.username;
    }

    /** What is behind the {@code @} of the name, or null. */
    public @Nullable String domain() {
        int at = from.username.indexOf('@');
        return at < 0 ? null : from.username.substring(at + 1);
    }

    /** 0 for a user, 1 for an administrator, 2 for root, -1 for a role of one's own. */
    public int role() {
        return from.role;
    }

    /** The role's name. */
    public String roleName() {
        return from.roleName;
    }

    /** Name and role; never the password. */
    @Override
    public String toString() {
        return "FakeUser[" + from.username + ", " + from.roleName + "]";
    }

    /** The name without the domain, which is the id of the account. */
    String login() {
        int at = from.username.indexOf('@');
        return at < 0 ? from.username : from.username.substring(0, at);
    }

    /** What the telephony console keeps in the place of the password, and is as good as it. */
    String passwordHash() {
        return Md5.hex(login() + ":" + domain() + ":" + from.password);
    }

    boolean hasPassword(String password) {
        return from.password.equals(password);
    }

    /** Whether sessions of the other one are this one's too. */
    boolean isLoggedInLike(FakeUser other) {
        return hasPassword(other.from.password)
                && role() == other.role()
                && roleName().equals(other.roleName());
    }

    String answeredName() {
        return from.answeredName;
    }

    /** What the user may do, or null for what the role usually may. */
    @Nullable
    Map<String, List<String>> acl() {
        return from.acl;
    }

    /** The one-time password that a login needs now, or null if it needs none. */
    @Nullable
    String oneTimePassword() {
        return from.oneTimePassword == null ? null : from.oneTimePassword.get();
    }

    Builder toBuilder() {
        return from.copy();
    }

    /** Collects a user. Not safe for concurrent use. */
    public static final class Builder {
        private final String username;
        private String password;
        private String answeredName;
        private int role;
        private String roleName;
        private @Nullable Map<String, List<String>> acl;
        private @Nullable Supplier<String> oneTimePassword;

        private Builder(String username, String password) {
            if (username.isBlank() || password.isEmpty()) {
                throw new IllegalArgumentException("a user needs a name and a password");
            }
            this.username = username;
            this.password = password;
            this.answeredName = username;
            boolean root = username.indexOf('@') < 0;
            this.role = root ? Roles.ROOT : Roles.USER;
            this.roleName = Roles.name(role);
        }

        /** The role's number and name; 0 and {@code user} otherwise, or 2 and {@code root} without a domain. */
        public Builder role(int role, String roleName) {
            this.role = role;
            this.roleName = roleName;
            return this;
        }

        /** The name that the login tells; the user's own otherwise. The documented sample has another. */
        public Builder answeredName(String name) {
            this.answeredName = name;
            return this;
        }

        /** What the user may do: rights by resource; what the role usually may otherwise. */
        public Builder acl(Map<String, List<String>> rights) {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            rights.forEach((resource, each) -> copy.put(resource, List.copyOf(each)));
            this.acl = copy;
            return this;
        }

        /** Adds what the user may do with a resource; the role's usual rights count no more. */
        public Builder right(String resource, String... rights) {
            Map<String, List<String>> more = acl == null ? new LinkedHashMap<>() : new LinkedHashMap<>(acl);
            List<String> together = new ArrayList<>(more.getOrDefault(resource, List.of()));
            together.addAll(List.of(rights));
            more.put(resource, List.copyOf(together));
            this.acl = more;
            return this;
        }

        /** The one-time password that each login of the user has to bring. The real server asks root alone. */
        public Builder oneTimePassword(String code) {
            return oneTimePassword(() -> code);
        }

        /** Where the fake gets the one-time password that is good at the moment, for passwords that change. */
        public Builder oneTimePassword(Supplier<String> code) {
            this.oneTimePassword = code;
            return this;
        }

        /** The user. */
        public FakeUser build() {
            return new FakeUser(copy());
        }

        Builder password(String password) {
            this.password = password;
            return this;
        }

        private Builder copy() {
            Builder copy = new Builder(username, password);
            copy.answeredName = answeredName;
            copy.role = role;
            copy.roleName = roleName;
            copy.acl = acl;
            copy.oneTimePassword = oneTimePassword;
            return copy;
        }
    }
}
