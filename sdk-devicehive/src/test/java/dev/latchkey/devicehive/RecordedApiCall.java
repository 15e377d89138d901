package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.RecordedExchange;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** A recorded request to users, networks or device types as the call of the SDK that it answers. */
record RecordedApiCall(RecordedExchange exchange) {
    private static final String NUMBER = "[0-9]+";
    private static final Pattern USER =
            Pattern.compile("/user/(" + NUMBER + ")(?:/(network|devicetype)/?(all|" + NUMBER + ")?)?");

    private static final Set<String> OF_ITSELF = Set.of("password", "data", "introReviewed");
    private static final Set<String> OF_A_USER = Set.of("login", "role", "status", "password", "data", "introReviewed");
    private static final Set<String> OF_A_NEW_USER =
            Set.of("login", "role", "status", "password", "data", "introReviewed", "allDeviceTypesAvailable");

    /** Empty where the SDK has no operation for it, or refuses to send the same: a value that is not one, or one too many. */
    Optional<ApiCall<?>> typed(DeviceHiveClient client) {
        try {
            return Optional.ofNullable(operation(client));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The request as it was recorded, with whatever the SDK would not send. */
    ApiCall<?> raw(DeviceHiveClient client) {
        Endpoint endpoint = client.request(exchange.method(), path());
        int query = exchange.target().indexOf('?');
        if (query >= 0) {
            HttpUrl url = HttpUrl.get("http://localhost/" + exchange.target().substring(query));
            for (int i = 0; i < url.querySize(); i++) {
                endpoint.query(url.queryParameterName(i), url.queryParameterValue(i));
            }
        }
        return exchange.requestBody().isEmpty()
                ? endpoint.returningText()
                : endpoint.body(RequestBody.create(exchange.requestBody(), MediaType.get("application/json")))
                        .returningText();
    }

    private String path() {
        return exchange.target().replaceFirst("\\?.*", "").replaceFirst("^/(api|auth)/rest", "");
    }

    private ApiCall<?> operation(DeviceHiveClient client) {
        String path = path();
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
            case "/network" -> reads ? client.networks().list(NameQuery.all()).page(1) : null;
            case "/devicetype" ->
                reads ? client.deviceTypes().list(NameQuery.all()).page(1) : null;
            default ->
                reads && path.matches("/network/" + NUMBER) ? client.networks().get(last(path)) : ofAUser(client, path);
        };
    }

    private ApiCall<?> ofAUser(DeviceHiveClient client, String path) {
        Matcher parts = USER.matcher(path);
        if (!parts.matches()) {
            return null;
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
            default -> null;
        };
    }

    private NewUser newUser() {
        Map<?, ?> body = body(OF_A_NEW_USER);
        NewUser.Builder user = NewUser.builder(text("login"), text("password"), UserRole.of(number("role")));
        if (body.containsKey("status")) {
            user.status(UserStatus.of(number("status")));
        }
        if (body.containsKey("data")) {
            user.data(data(body));
        }
        if (body.containsKey("introReviewed")) {
            user.introReviewed(flag("introReviewed"));
        }
        if (body.containsKey("allDeviceTypesAvailable")) {
            user.allDeviceTypes(flag("allDeviceTypesAvailable"));
        }
        return user.build();
    }

    private UserUpdate update() {
        Map<?, ?> body = body(OF_A_USER);
        UserUpdate.Builder update = UserUpdate.builder().dropData();
        if (body.containsKey("login")) {
            update.login(text("login"));
        }
        if (body.containsKey("role")) {
            update.role(UserRole.of(number("role")));
        }
        if (body.containsKey("status")) {
            update.status(UserStatus.of(number("status")));
        }
        if (body.containsKey("password")) {
            update.password(text("password"));
        }
        if (body.containsKey("data")) {
            update.data(data(body));
        }
        if (body.containsKey("introReviewed")) {
            update.introReviewed(flag("introReviewed"));
        }
        return update.build();
    }

    private CurrentUserUpdate currentUpdate() {
        Map<?, ?> body = body(OF_ITSELF);
        CurrentUserUpdate.Builder update = CurrentUserUpdate.of(
                new User(10, "client_a", UserRole.CLIENT, UserStatus.ACTIVE, null, null, false, false, null));
        if (body.containsKey("password")) {
            update.password(text("password"));
        }
        if (body.containsKey("data")) {
            update.data(data(body));
        }
        if (body.containsKey("introReviewed")) {
            update.introReviewed(flag("introReviewed"));
        }
        return update.build();
    }

    /** Of these members and no others. */
    private Map<?, ?> body(Set<String> members) {
        String json = exchange.requestBody();
        if (json.isBlank() || !(parsed() instanceof Map<?, ?> body) || !members.containsAll(body.keySet())) {
            throw new InvalidInputException("The SDK does not send this body.");
        }
        return body;
    }

    private Object parsed() {
        try {
            return JsonTree.parse(exchange.requestBody());
        } catch (RuntimeException e) {
            throw new InvalidInputException("This body is no JSON.");
        }
    }

    private static String data(Map<?, ?> body) {
        if (body.get("data") == null) {
            throw new InvalidInputException("The SDK leaves out data that are null.");
        }
        return JsonTree.write(body.get("data"));
    }

    private String text(String name) {
        return of(String.class, name);
    }

    private int number(String name) {
        return of(BigDecimal.class, name).intValue();
    }

    private boolean flag(String name) {
        return of(Boolean.class, name);
    }

    private <T> T of(Class<T> type, String name) {
        Object value = ((Map<?, ?>) parsed()).get(name);
        if (!type.isInstance(value)) {
            throw new InvalidInputException("The SDK sends no other " + name + ".");
        }
        return type.cast(value);
    }

    private static long last(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }
}
