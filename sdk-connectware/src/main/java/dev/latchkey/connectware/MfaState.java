package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user has a second factor. Either may be missing.
 *
 * @param enabled whether logins take one
 * @param enforced whether the user has to set one up
 */
public record MfaState(@Nullable Boolean enabled, @Nullable Boolean enforced) {
    static final RecordAdapter<MfaState> JSON = RecordAdapter.of("MfaState", r -> {
        var enabled = r.optional("enabled", Lenient.FLAG, MfaState::enabled);
        var enforced = r.optional("enforced", Lenient.FLAG, MfaState::enforced);
        return in -> new MfaState(in.get(enabled), in.get(enforced));
    });
}
