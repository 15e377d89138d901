package dev.latchkey.fake.devicehive;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A user of DeviceHive. Immutable.
 *
 * <pre>{@code
 * fake.addUser(FakeUser.client("jane", "her-password").id(10).networks(1, 2).deviceTypes(1, 3).build());
 * }</pre>
 */
public final class FakeUser {
    private final Builder from;

    private FakeUser(Builder from) {
        this.from = from;
    }

    /** Starts an administrator, whose tokens reach everything. */
    public static Builder admin(String login, String password) {
        return new Builder(login, password, true);
    }

    /** Starts a client, who has network 1 and all device types unless told otherwise. */
    public static Builder client(String login, String password) {
        return new Builder(login, password, false);
    }

    /** The name that the user logs in with; its case counts. */
    public String login() {
        return from.login;
    }

    /** Whether this is an administrator rather than a client. */
    public boolean isAdmin() {
        return from.admin;
    }

    /** The user's number, or null if the fake is to choose one. */
    public @Nullable Long id() {
        return from.id;
    }

    /** Whether the user may log in. */
    public UserStatus status() {
        return from.status;
    }

    /** Login, role and status; never the password. */
    @Override
    public String toString() {
        return "FakeUser[" + from.login + ", " + (from.admin ? "admin" : "client") + ", " + from.status + "]";
    }

    boolean hasPassword(String password) {
        return from.password.equals(password);
    }

    boolean isActive() {
        return from.status == UserStatus.ACTIVE;
    }

    List<String> networks() {
        return from.networks;
    }

    boolean hasAllDeviceTypes() {
        return from.admin || from.deviceTypes.contains(Payloads.ALL);
    }

    List<String> deviceTypes() {
        return from.deviceTypes;
    }

    Builder toBuilder() {
        return from.copy();
    }

    /** Collects a user. Not safe for concurrent use. */
    public static final class Builder {
        private final String login;
        private final boolean admin;
        private String password;
        private @Nullable Long id;
        private List<String> networks = List.of("1");
        private List<String> deviceTypes = List.of(Payloads.ALL);
        private UserStatus status = UserStatus.ACTIVE;

        private Builder(String login, String password, boolean admin) {
            if (login.isBlank() || password.isEmpty()) {
                throw new IllegalArgumentException("a user needs a login and a password");
            }
            this.login = login;
            this.password = password;
            this.admin = admin;
        }

        /** The user's number; chosen by the fake otherwise. */
        public Builder id(long id) {
            this.id = id;
            return this;
        }

        /** The networks of a client; an administrator has all. */
        public Builder networks(long... ids) {
            networks = texts(ids);
            return this;
        }

        /** The device types of a client, who has all otherwise, as an administrator does. */
        public Builder deviceTypes(long... ids) {
            deviceTypes = texts(ids);
            return this;
        }

        /** Whether the user may log in; active otherwise. */
        public Builder status(UserStatus status) {
            this.status = status;
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
            Builder copy = new Builder(login, password, admin);
            copy.id = id;
            copy.networks = networks;
            copy.deviceTypes = deviceTypes;
            copy.status = status;
            return copy;
        }

        private static List<String> texts(long... ids) {
            return LongStream.of(ids).distinct().mapToObj(Long::toString).toList();
        }
    }
}
