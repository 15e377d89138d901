package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user.
 *
 * <p>Source: recorded; the form of networks that servers of 3.x have: page.
 *
 * @param id its number
 * @param login what it logs in with; the case counts
 * @param role what it is
 * @param status whether it may log in
 * @param lastLogin when it last logged in; null if never
 * @param data what applications keep with it: a JSON object as text, with each number as the server wrote it
 * @param introReviewed whether it has seen the introduction of the vendor's console
 * @param allDeviceTypesAvailable whether it may reach all device types rather than those that are assigned to it
 * @param networks its networks; null in a list, where the server does not tell. Immutable. Soon after a change they may be
 *     those of before, see {@link UserOperations}
 */
public record User(
        long id,
        String login,
        UserRole role,
        UserStatus status,
        @Nullable Instant lastLogin,
        @Nullable String data,
        boolean introReviewed,
        boolean allDeviceTypesAvailable,
        @Nullable List<Network> networks) {
    static final RecordAdapter<User> JSON = RecordAdapter.of("User", r -> {
        var networks = r.optional("networks", Json.listOf(Network.OF_A_USER), User::networks);
        var id = r.required("id", Json.LONG_LENIENT, User::id);
        var login = r.required("login", Json.STRING, User::login);
        var role = r.required("role", UserRole.JSON, User::role);
        var status = r.required("status", UserStatus.JSON, User::status);
        var lastLogin = r.optional("lastLogin", DateTimes.JSON, User::lastLogin);
        var data = r.optional("data", Json.RAW, User::data);
        var introReviewed = r.orElse("introReviewed", Json.BOOLEAN, false, User::introReviewed);
        var allTypes = r.orElse("allDeviceTypesAvailable", Json.BOOLEAN, false, User::allDeviceTypesAvailable);
        return in -> new User(
                in.get(id),
                in.get(login),
                in.get(role),
                in.get(status),
                in.get(lastLogin),
                in.get(data),
                in.get(introReviewed),
                in.get(allTypes),
                in.get(networks));
    });

    static final JsonAdapter<List<User>> LIST = Json.listOf(JSON);

    /** Copies the list. */
    public User {
        networks = networks == null ? null : List.copyOf(networks);
    }
}
