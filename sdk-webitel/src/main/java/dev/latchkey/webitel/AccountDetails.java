package dev.latchkey.webitel;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the telephony console says of an account: its parameters, and its variables with {@code variable_} before the name.
 * <b>{@code a1-hash}, {@code jsonrpc-password} and {@code vm-password} are among them</b>, which are as good as its password.
 *
 * @param values by name; empty where the console answers with a text; immutable
 * @param text of the console, as it answers a create; null where it answers with values
 */
public record AccountDetails(
        Map<String, String> values, @Nullable String text) {
    private static final JsonAdapter<AccountDetails> VALUES = Json.mapped(
            Json.mapOf(Json.lenient(Json.STRING_LENIENT)),
            values -> new AccountDetails(values, null),
            AccountDetails::values);
    private static final JsonAdapter<AccountDetails> TEXT = Json.mapped(
            Json.STRING,
            text -> new AccountDetails(Map.of(), text),
            details -> Optional.ofNullable(details.text()).orElse(""));
    static final JsonAdapter<AccountDetails> WRAPPED = Wrapped.in(Json.stringOr(TEXT, VALUES));

    /** Copies the values. */
    public AccountDetails {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * One of the values.
     *
     * @param name such as {@code variable_account_role}
     * @return empty if it is not set
     */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** None of the values: some are as good as a password. */
    @Override
    public String toString() {
        return "AccountDetails[" + values.size() + " values]";
    }
}
