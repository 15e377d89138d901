package dev.latchkey.fake.devicehive;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a user of a request's body, or changes one. What is refused where, and what the server fails on, is its own way. */
final class UserForm {
    private static final String PASSWORD = "Password can contain only from 6 to 128 symbols!";
    private static final String LENGTH = "Field cannot be empty. The length of login should be from 3 to 128 symbols.";
    private static final String SYMBOLS =
            "Login can contain only lowercase or uppercase letters, numbers, and some special symbols (_@.)";
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9_@.-]*");
    private static final int SHORTEST_LOGIN = 3;
    private static final int SHORTEST_PASSWORD = 6;
    private static final int LONGEST = 128;
    private static final int ROLES = 2;
    private static final int STATUSES = 3;

    private final Accounts accounts;

    UserForm(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A user who has no networks yet, and all device types unless that is declined. */
    FakeUser create(@Nullable JsonBody body) {
        if (body == null) {
            throw Errors.nothingToValidate();
        }
        String password = body.text("password");
        if (password != null && password.length() > LONGEST) {
            throw Errors.invalid("password", password, "The length of password should not be more than 128 symbols.");
        }
        Long status = body.integer("status");
        if (status != null && (status < 0 || status > STATUSES)) {
            throw Errors.invalid("status", status, "must be from 0 to 3");
        }
        String login = body.text("login") == null
                ? ""
                : String.valueOf(body.text("login")).trim();
        requireLogin(login);
        Long role = body.integer("role");
        if (role == null || role < 0 || role >= ROLES) {
            throw Errors.of(400, "User role is invalid or empty");
        }
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw Errors.of(400, PASSWORD);
        }
        requireFree(login, null);
        FakeUser.Builder user = role == 0 ? FakeUser.admin(login, password) : FakeUser.client(login, password);
        boolean someTypes = Boolean.FALSE.equals(body.flag("allDeviceTypesAvailable"));
        return (someTypes ? user.deviceTypes() : user)
                .networks()
                .status(status == null ? UserStatus.ACTIVE : status(status))
                .dataObject(body.object("data"))
                .introReviewed(Boolean.TRUE.equals(body.flag("introReviewed")))
                .build();
    }

    /** The user changed. Data that are not given are lost, whatever else the request is about. */
    FakeUser change(FakeUser user, JsonBody body, boolean byAdmin) {
        if (!byAdmin && (body.has("login") || body.has("role") || body.has("status"))) {
            throw Errors.of(403, "Admin permissions required for this action");
        }
        FakeUser.Builder changed = user.toBuilder().dataObject(body.object("data"));
        String login = body.text("login");
        if (login != null) {
            changed.login(changedLogin(login, user));
        }
        String password = body.text("password");
        if (password != null && !password.isEmpty()) {
            if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST) {
                throw Errors.of(400, PASSWORD);
            }
            changed.password(password);
        }
        Long role = body.integer("role");
        if (role != null) {
            changed.admin(requireWithin(role, ROLES) == 0);
        }
        Long status = body.integer("status");
        if (status != null) {
            changed.status(status(status));
        }
        Boolean introReviewed = body.flag("introReviewed");
        return introReviewed == null
                ? changed.build()
                : changed.introReviewed(introReviewed).build();
    }

    private String changedLogin(String login, FakeUser user) {
        if (!login.isEmpty() && login.length() < SHORTEST_LOGIN) {
            throw Errors.of(
                    500,
                    "Could not commit JPA transaction; nested exception is javax.persistence.RollbackException: Error while"
                            + " committing the transaction");
        }
        requireLogin(login);
        requireFree(login, user);
        return login;
    }

    private static void requireLogin(String login) {
        if (login.length() < SHORTEST_LOGIN || login.length() > LONGEST) {
            throw Errors.of(400, LENGTH);
        }
        if (!LOGIN.matcher(login).matches()) {
            throw Errors.invalid("login", login, LENGTH + SYMBOLS);
        }
    }

    private void requireFree(String login, @Nullable FakeUser holder) {
        FakeUser found = accounts.user(login);
        if (found != null && (holder == null || !found.login().equals(holder.login()))) {
            throw Errors.of(403, "User with such login already exists. Please, select another one");
        }
    }

    private static UserStatus status(long status) {
        return UserStatus.of(requireWithin(status, STATUSES));
    }

    /** The server trips over a number beyond its table. */
    private static int requireWithin(long index, int length) {
        if (index < 0 || index >= length) {
            throw Errors.of(500, "Index " + index + " out of bounds for length " + length);
        }
        return (int) index;
    }
}
