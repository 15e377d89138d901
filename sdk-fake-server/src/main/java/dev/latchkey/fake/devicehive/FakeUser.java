package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.internal.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /** Whether tokens of the user reach all device types. */
    boolean hasAllDeviceTypes() {
        return from.admin || isAllowedAllDeviceTypes();
    }

    /** Whether the user itself may reach all device types, be it an administrator or not. */
    boolean isAllowedAllDeviceTypes() {
        return from.deviceTypes.contains(Payloads.ALL);
    }

    @Nullable
    Map<String, @Nullable Object> data() {
        return from.data;
    }

    boolean isIntroReviewed() {
        return from.introReviewed;
    }

    @Nullable
    Instant lastLogin() {
        return from.lastLogin;
    }

    List<String> deviceTypes() {
        return from.deviceTypes;
    }

    Builder toBuilder() {
        return from.copy();
    }

    /** Collects a user. Not safe for concurrent use. */
    public static final class Builder {
        private String login;
        private boolean admin;
        private String password;
        private @Nullable Long id;
        private List<String> networks = List.of("1");
        private List<String> deviceTypes = List.of(Payloads.ALL);
        private UserStatus status = UserStatus.ACTIVE;
        private @Nullable Map<String, @Nullable Object> data;
        private boolean introReviewed;
        private @Nullable Instant lastLogin;

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

        /** The user's networks; an administrator's tokens reach all. */
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

        /**
         * What applications keep with the user; nothing otherwise.
         *
         * @param json a JSON object
         * @throws IllegalArgumentException if it is none
         */
        public Builder data(String json) {
            Map<String, @Nullable Object> object = Json.asObject(Json.parse(json));
            if (object == null) {
                throw new IllegalArgumentException("data is a JSON object");
            }
            return dataObject(object);
        }

        /** Whether the user has seen the introduction; not otherwise. */
        public Builder introReviewed(boolean reviewed) {
            introReviewed = reviewed;
            return this;
        }

        /** When the user has last logged in; never otherwise. */
        public Builder lastLogin(Instant at) {
            lastLogin = at;
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

        Builder login(String login) {
            this.login = login;
            return this;
        }

        Builder admin(boolean admin) {
            this.admin = admin;
            return this;
        }

        Builder networks(List<String> ids) {
            networks = List.copyOf(ids);
            return this;
        }

        Builder deviceTypes(List<String> ids) {
            deviceTypes = List.copyOf(ids);
            return this;
        }

        Builder dataObject(@Nullable Map<String, @Nullable Object> object) {
            data = object;
            return this;
        }

        private Builder copy() {
            Builder copy = new Builder(login, password, admin);
            copy.id = id;
            copy.networks = networks;
            copy.deviceTypes = deviceTypes;
            copy.status = status;
            copy.data = data;
            copy.introReviewed = introReviewed;
            copy.lastLogin = lastLogin;
            return copy;
        }

        private static List<String> texts(long... ids) {
            return LongStream.of(ids).distinct().mapToObj(Long::toString).toList();
        }
    }
}
