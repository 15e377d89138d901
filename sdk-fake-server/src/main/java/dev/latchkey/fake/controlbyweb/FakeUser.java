package dev.latchkey.fake.controlbyweb;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user of the cloud. Immutable; the members are those of the documented sample unless set otherwise.
 *
 * <pre>{@code
 * fake.addUser(FakeUser.builder("jane", "her-password").account(1235).permissions("Add Users").build());
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

    /** The address that reset mails go to. */
    public String email() {
        return from.email;
    }

    /** The account that the user belongs to. */
    public long accountId() {
        return from.accountId;
    }

    /** What the user may do. */
    public List<String> permissions() {
        return from.permissions;
    }

    /** The user's number, or null if the fake is to choose one. */
    public @Nullable Integer id() {
        return from.id;
    }

    /** Name, account; never the password. */
    @Override
    public String toString() {
        return "FakeUser[" + from.username + ", account " + from.accountId + "]";
    }

    boolean hasPassword(String password) {
        return from.password.equals(password);
    }

    String firstName() {
        return from.firstName;
    }

    String lastName() {
        return from.lastName;
    }

    int logging() {
        return from.logging;
    }

    int agreed() {
        return from.agreed ? 1 : 0;
    }

    int isAdmin() {
        return from.admin ? 1 : 0;
    }

    int isSales() {
        return from.sales ? 1 : 0;
    }

    int accountAdmin() {
        return from.accountAdmin ? 1 : 0;
    }

    @Nullable
    Instant emailVerifiedAt() {
        return from.emailVerifiedAt;
    }

    Builder toBuilder() {
        return from.copy();
    }

    /** Collects a user. Not safe for concurrent use. */
    public static final class Builder {
        private final String username;
        private String password;
        private @Nullable Integer id;
        private long accountId = Documented.ACCOUNT.id();
        private String email;
        private String firstName = "Foo";
        private String lastName = "Bar";
        private List<String> permissions = Documented.PERMISSIONS;
        private int logging = 2;
        private boolean agreed = true;
        private boolean admin;
        private boolean sales;
        private boolean accountAdmin;
        private @Nullable Instant emailVerifiedAt;

        private Builder(String username, String password) {
            if (username.isBlank() || password.isEmpty()) {
                throw new IllegalArgumentException("a user needs a name and a password");
            }
            this.username = username;
            this.password = password;
            this.email = username.contains("@") ? username : username + "@example.com";
        }

        /** The user's number; chosen by the fake otherwise. */
        public Builder id(int id) {
            this.id = id;
            return this;
        }

        /** The account; 1234 otherwise, which every fake has. */
        public Builder account(long accountId) {
            this.accountId = accountId;
            return this;
        }

        /** The address for reset mails; the username at example.com otherwise. */
        public Builder email(String email) {
            this.email = email;
            return this;
        }

        /** First and last name. */
        public Builder name(String firstName, String lastName) {
            this.firstName = firstName;
            this.lastName = lastName;
            return this;
        }

        /** What the user may do; the 22 documented permissions otherwise. */
        public Builder permissions(String... permissions) {
            return permissions(List.of(permissions));
        }

        /** What the user may do; the 22 documented permissions otherwise. */
        public Builder permissions(List<String> permissions) {
            this.permissions = List.copyOf(permissions);
            return this;
        }

        /** The profile's {@code logging}; 2 otherwise. */
        public Builder logging(int logging) {
            this.logging = logging;
            return this;
        }

        /** The profile's {@code agreed}; true otherwise. */
        public Builder agreed(boolean agreed) {
            this.agreed = agreed;
            return this;
        }

        /** The profile's {@code isXRDIAdmin}; false otherwise. */
        public Builder xrdiAdmin(boolean admin) {
            this.admin = admin;
            return this;
        }

        /** The profile's {@code isXRDISales}; false otherwise. */
        public Builder xrdiSales(boolean sales) {
            this.sales = sales;
            return this;
        }

        /** Whether lists of users call the user an administrator of the account; false otherwise. */
        public Builder accountAdmin(boolean admin) {
            this.accountAdmin = admin;
            return this;
        }

        /** When the address was verified, as lists of users tell it; never otherwise. */
        public Builder emailVerifiedAt(Instant instant) {
            this.emailVerifiedAt = instant;
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
            copy.id = id;
            copy.accountId = accountId;
            copy.email = email;
            copy.firstName = firstName;
            copy.lastName = lastName;
            copy.permissions = permissions;
            copy.logging = logging;
            copy.agreed = agreed;
            copy.admin = admin;
            copy.sales = sales;
            copy.accountAdmin = accountAdmin;
            copy.emailVerifiedAt = emailVerifiedAt;
            return copy;
        }
    }
}
