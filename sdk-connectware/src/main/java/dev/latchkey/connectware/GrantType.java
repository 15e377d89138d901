package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * One way for a user to prove who it is.
 *
 * @param method how, null if the server does not say
 * @param isRequired whether there is no way around this one, null if the server does not say
 */
public record GrantType(
        @Nullable GrantMethod method, @Nullable Boolean isRequired) {
    static final RecordAdapter<GrantType> JSON = RecordAdapter.of("GrantType", r -> {
        var method = r.optional("method", GrantMethod.JSON, GrantType::method);
        var required = r.optional("isRequired", Lenient.FLAG, GrantType::isRequired);
        return in -> new GrantType(in.get(method), in.get(required));
    });
}
