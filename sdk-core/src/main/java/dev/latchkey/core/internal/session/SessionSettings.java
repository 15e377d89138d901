package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.core.vendor.AuthScheme;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client's builder decided for its session.
 *
 * @param key names the session in the store
 * @param scheme how tokens travel
 * @param start what the session has before its first login
 * @param store keeps the session
 * @param storeIsGiven whether others may use the same store
 * @param credentials asked for each login, null if only the user logs in
 * @param probesRefusedCredentials whether credentials that the server refused are tried again by slow probes
 * @param fixedIdentity whether an explicit login must be of the key's identity
 * @param oneTimePassword answers challenges, or null
 * @param oneTimePasswordTimeout how long it may take
 * @param tokenTimeout the longest time that one token request takes
 * @param callTimeout the longest time that a call takes, and so carries its token, unless it has a limit of its own
 * @param tokenWait how long a call without a token waits for further tries after a failed one
 * @param time the clocks
 */
public record SessionSettings(
        SessionKey key,
        AuthScheme scheme,
        SessionStart start,
        TokenStore store,
        boolean storeIsGiven,
        @Nullable Supplier<Credentials> credentials,
        boolean probesRefusedCredentials,
        boolean fixedIdentity,
        @Nullable OneTimePassword oneTimePassword,
        Duration oneTimePasswordTimeout,
        Duration tokenTimeout,
        Duration callTimeout,
        Duration tokenWait,
        TimeSource time) {

    /** For what outlives the session in a closed client: no credentials, tokens or store. */
    SessionSettings withoutSecrets() {
        return new SessionSettings(
                key,
                scheme,
                start.withoutTokens(),
                TokenStore.inMemory(),
                storeIsGiven,
                null,
                probesRefusedCredentials,
                fixedIdentity,
                null,
                oneTimePasswordTimeout,
                tokenTimeout,
                callTimeout,
                tokenWait,
                time);
    }
}
