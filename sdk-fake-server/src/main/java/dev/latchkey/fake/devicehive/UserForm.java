package dev.latchkey.fake.devicehive;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes a user of a request, or changes one. A new user is looked at three times: as a request, as a user, and when it is
 * written. A change is written as it comes, so that the database's own rules show as a failure of the server.
 */
final class UserForm {
    private static final String PASSWORD = "Password can contain only from 6 to 128 symbols!";
    private static final String EMPTY =
            "Field login cannot be empty. The length of login should not be more than 128 symbols.";
    private static final String LENGTH = "Field cannot be empty. The length of login should be from 3 to 128 symbols.";
    private static final String SYMBOLS =
            "Login can contain only lowercase or uppercase letters, numbers, and some special symbols (_@.)";
    private static final String NOT_WRITTEN =
            "Could not commit JPA transaction; nested exception is javax.persistence.RollbackException: Error while"
                    + " committing the transaction";
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9_@.-]+");
    private static final Pattern GOOD_PASSWORD = Pattern.compile(".{6,128}");
    private static final int SHORTEST_LOGIN = 3;
    private static final int LONGEST = 128;
    private static final int ROLES = 2;
    private static final int STATUSES = 3;

    private final Accounts accounts;

    UserForm(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A user who has no networks yet, and all device types unless that is declined. */
    FakeUser create(@Nullable UserFields fields) {
        if (fields == null) {
            throw Errors.nothingToValidate();
        }
        String given = fields.login();
        Integer role = fields.role();
        Integer status = fields.status();
        String password = fields.password();
        new Violations()
                .addLength("login", given, 1, LONGEST, EMPTY)
                .addRange("role", role, 1)
                .addRange("status", status, STATUSES)
                .addLength(
                        "password", password, 0, LONGEST, "The length of password should not be more than 128 symbols.")
                .refuse();
        UserStatus known = status == null ? UserStatus.ACTIVE : status(status);
        if (given == null) {
            throw Errors.invalid("login", null, "login field cannot be null.");
        }
        if (role == null) {
            throw Errors.of(400, "User role is invalid or empty");
        }
        String login = given.trim();
        requireFree(login, null);
        if (password == null || !GOOD_PASSWORD.matcher(password).matches()) {
            throw Errors.of(400, PASSWORD);
        }
        String wrong = wrong(login);
        if (!wrong.isEmpty()) {
            throw Errors.of(400, wrong);
        }
        FakeUser.Builder user = role == 0 ? FakeUser.admin(login, password) : FakeUser.client(login, password);
        boolean someTypes = Boolean.FALSE.equals(fields.allDeviceTypes());
        return (someTypes ? user.deviceTypes() : user)
                .networks()
                .status(known)
                .dataObject(fields.data())
                .introReviewed(Boolean.TRUE.equals(fields.introReviewed()))
                .build();
    }

    /** The user changed. Data that are not given are lost, whatever else the request is about. */
    FakeUser change(FakeUser user, UserFields fields, boolean byAdmin) {
        if (!byAdmin && (fields.login() != null || fields.role() != null || fields.status() != null)) {
            throw Errors.of(403, "Admin permissions required for this action");
        }
        FakeUser.Builder changed = user.toBuilder().dataObject(fields.data());
        String login = fields.login() == null ? user.login() : fields.login().trim();
        requireFree(login, user);
        String password = fields.password();
        if (password != null && !password.isEmpty()) {
            if (!GOOD_PASSWORD.matcher(password).matches()) {
                throw Errors.of(400, PASSWORD);
            }
            changed.password(password);
        }
        if (fields.role() != null) {
            changed.admin(requireWithin(fields.role(), ROLES) == 0);
        }
        if (fields.status() != null) {
            changed.status(status(fields.status()));
        }
        new Violations().addLength("login", login, 1, LONGEST, EMPTY).refuse();
        if (fields.login() != null && !wrong(login).isEmpty()) {
            throw Errors.of(500, NOT_WRITTEN);
        }
        Boolean introReviewed = fields.introReviewed();
        return changed.login(login)
                .introReviewed(introReviewed == null ? user.isIntroReviewed() : introReviewed)
                .build();
    }

    /** What is wrong with a login: two texts without a space between them, or one, or none. */
    private static String wrong(String login) {
        return (login.length() < SHORTEST_LOGIN || login.length() > LONGEST ? LENGTH : "")
                + (LOGIN.matcher(login).matches() ? "" : SYMBOLS);
    }

    private void requireFree(String login, @Nullable FakeUser holder) {
        FakeUser found = accounts.user(login);
        if (found != null && (holder == null || !found.login().equals(holder.login()))) {
            throw Errors.of(403, "User with such login already exists. Please, select another one");
        }
    }

    private static UserStatus status(int status) {
        return UserStatus.of(requireWithin(status, STATUSES));
    }

    /** The server trips over a number beyond its table. */
    private static int requireWithin(int index, int length) {
        if (index < 0 || index >= length) {
            throw Errors.of(500, "Index " + index + " out of bounds for length " + length);
        }
        return index;
    }
}
