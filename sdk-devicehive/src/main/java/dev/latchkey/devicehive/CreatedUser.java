package dev.latchkey.devicehive;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells of a user that it has created: neither login nor role nor status.
 *
 * <p>Source: recorded.
 *
 * @param id its number
 * @param lastLogin when it last logged in: null
 * @param data a JSON object as text
 * @param introReviewed whether it has seen the introduction of the vendor's console
 * @param allDeviceTypesAvailable whether it may reach all device types
 */
public record CreatedUser(
        long id,
        @Nullable Instant lastLogin,
        @Nullable String data,
        boolean introReviewed,
        boolean allDeviceTypesAvailable) {
    static final RecordAdapter<CreatedUser> JSON = RecordAdapter.of("CreatedUser", r -> {
        var id = r.required("id", Json.LONG_LENIENT, CreatedUser::id);
        var lastLogin = r.optional("lastLogin", DateTimes.JSON, CreatedUser::lastLogin);
        var data = r.optional("data", Json.RAW, CreatedUser::data);
        var introReviewed = r.orElse("introReviewed", Json.BOOLEAN, false, CreatedUser::introReviewed);
        var allTypes = r.orElse("allDeviceTypesAvailable", Json.BOOLEAN, false, CreatedUser::allDeviceTypesAvailable);
        return in ->
                new CreatedUser(in.get(id), in.get(lastLogin), in.get(data), in.get(introReviewed), in.get(allTypes));
    });
}
