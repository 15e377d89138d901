package dev.latchkey.controlbyweb;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account of the cloud. Members that the server leaves out are null.
 *
 * @param accountId its id
 * @param accountName its name
 * @param deviceSeats how many devices it may have
 * @param usedDevices how many it has
 * @param parentFreeDevices how many the account above could give it
 * @param logging its logging level; the vendor does not say what the numbers mean
 * @param suspended whether it is suspended
 */
public record Account(
        long accountId,
        @Nullable String accountName,
        @Nullable Integer deviceSeats,
        @Nullable Integer usedDevices,
        @Nullable Integer parentFreeDevices,
        @Nullable Integer logging,
        @Nullable Boolean suspended) {
    static final RecordAdapter<Account> JSON = RecordAdapter.of("Account", r -> {
        var number = Json.lenient(Json.INT_LENIENT);
        var id = r.required("account_id", Json.LONG_LENIENT, Account::accountId);
        var name = r.optional("account_name", Json.lenient(Json.STRING_LENIENT), Account::accountName);
        var seats = r.optional("device_seats", number, Account::deviceSeats);
        var used = r.optional("used_devices", number, Account::usedDevices);
        var free = r.optional("parent_free_devices", number, Account::parentFreeDevices);
        var logging = r.optional("logging", number, Account::logging);
        var suspended = r.optional("suspended", Json.lenient(Json.BOOLEAN_LENIENT), Account::suspended);
        return in -> new Account(
                in.get(id),
                in.get(name),
                in.get(seats),
                in.get(used),
                in.get(free),
                in.get(logging),
                in.get(suspended));
    });

    static final JsonAdapter<List<Account>> LIST = Json.listOf(JSON);
}
