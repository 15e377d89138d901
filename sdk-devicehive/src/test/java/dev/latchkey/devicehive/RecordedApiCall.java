package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.RecordedExchange;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A recorded request to users, networks or device types as the call of the SDK that it answers. */
record RecordedApiCall(RecordedExchange exchange) {
    private static final String NUMBER = "[0-9]+";
    private static final Pattern USER =
            Pattern.compile("/user/(" + NUMBER + ")(?:/(network|devicetype)/?(all|" + NUMBER + ")?)?");

    /** Those of whose bodies no builder makes the same: they show what the server says to what the SDK does not send. */
    private static final String REFUSED_HERE = "no_role|long_password|status_3|put_login_client|old_and_new";

    /** Whether the SDK sends the same body for it. */
    boolean isSentAlike() {
        return !Pattern.compile(REFUSED_HERE).matcher(exchange.name()).find();
    }

    ApiCall<?> on(DeviceHiveClient client) {
        String target = exchange.target();
        String path = target.replaceFirst("\\?.*", "").replaceFirst("^/(api|auth)/rest", "");
        boolean reads = exchange.method().equals("GET");
        return switch (path) {
            case "/info" -> client.info();
            case "/token" -> client.token().login(text("login"), text("password"));
            case "/user/current" ->
                reads ? client.users().current() : client.users().updateCurrent(currentUpdate());
            case "/user/count" -> client.users().count(UserQuery.all());
            case "/user" ->
                reads
                        ? client.users().list(UserQuery.all()).page(1)
                        : client.users().create(newUser());
            case "/network" -> client.networks().list(NetworkQuery.all()).page(1);
            default -> path.startsWith("/network/") ? client.networks().get(last(path)) : ofAUser(client, path);
        };
    }

    private ApiCall<?> ofAUser(DeviceHiveClient client, String path) {
        Matcher parts = USER.matcher(path);
        if (!parts.matches()) {
            throw new AssertionError("no call for " + exchange.method() + " " + path);
        }
        UserOperations users = client.users();
        long user = Long.parseLong(parts.group(1));
        String kind = Objects.requireNonNullElse(parts.group(2), "");
        String which = Objects.requireNonNullElse(parts.group(3), "");
        return switch (exchange.method() + " " + kind + (which.matches(NUMBER) ? "/n" : which)) {
            case "GET " -> users.get(user);
            case "PUT " -> users.update(user, update());
            case "DELETE " -> users.delete(user);
            case "GET network/n" -> users.network(user, Long.parseLong(which));
            case "PUT network/n" -> users.assignNetwork(user, Long.parseLong(which));
            case "DELETE network/n" -> users.unassignNetwork(user, Long.parseLong(which));
            case "GET devicetype" -> users.deviceTypes(user);
            case "GET devicetype/n" -> users.deviceType(user, Long.parseLong(which));
            case "PUT devicetype/n" -> users.assignDeviceType(user, Long.parseLong(which));
            case "DELETE devicetype/n" -> users.unassignDeviceType(user, Long.parseLong(which));
            case "PUT devicetypeall" -> users.allowAllDeviceTypes(user);
            case "DELETE devicetypeall" -> users.disallowAllDeviceTypes(user);
            default -> throw new AssertionError("no call for " + exchange.method() + " " + path);
        };
    }

    private NewUser newUser() {
        String password = text("password");
        NewUser.Builder user = NewUser.builder(
                text("login"),
                password.length() > 128 ? password.substring(0, 128) : password,
                body().containsKey("role") ? UserRole.of(number("role")) : UserRole.CLIENT);
        if (body().containsKey("status") && number("status") < 3) {
            user.status(UserStatus.of(number("status")));
        }
        if (body().containsKey("data")) {
            user.data(JsonTree.write(body().get("data")));
        }
        if (body().containsKey("introReviewed")) {
            user.introReviewed((Boolean) body().get("introReviewed"));
        }
        return user.build();
    }

    private UserUpdate update() {
        UserUpdate.Builder update = UserUpdate.builder().dropData();
        if (body().containsKey("login")) {
            update.login(text("login"));
        }
        if (body().containsKey("status")) {
            update.status(UserStatus.of(number("status")));
        }
        return update.build();
    }

    private CurrentUserUpdate currentUpdate() {
        CurrentUserUpdate.Builder update = CurrentUserUpdate.of(
                new User(10, "client_a", UserRole.CLIENT, UserStatus.ACTIVE, null, null, false, false, null));
        if (body().containsKey("password")) {
            update.password(text("password"));
        }
        if (body().containsKey("data")) {
            update.data(JsonTree.write(body().get("data")));
        }
        if (body().containsKey("introReviewed")) {
            update.introReviewed((Boolean) body().get("introReviewed"));
        }
        return update.build();
    }

    private Map<?, ?> body() {
        return (Map<?, ?>) JsonTree.parse(exchange.requestBody());
    }

    private String text(String name) {
        return (String) body().get(name);
    }

    private int number(String name) {
        return ((BigDecimal) body().get(name)).intValueExact();
    }

    private static long last(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }
}
