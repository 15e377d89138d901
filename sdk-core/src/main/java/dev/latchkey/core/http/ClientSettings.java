package dev.latchkey.core.http;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.internal.session.SessionSettings;
import dev.latchkey.core.internal.session.SessionStart;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.core.vendor.AuthScheme;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What a builder decided, checked. */
record ClientSettings(
        HttpUrl base,
        boolean allowInsecure,
        @Nullable OkHttpClient okHttpClient,
        boolean trustsInterceptors,
        Carried carried,
        long timeoutNanos,
        long tokenTimeoutNanos,
        Duration tokenWait,
        long maxBodyBytes,
        RetryPolicy retries,
        TimeSource time,
        String identity,
        boolean fixedIdentity,
        SessionStart start,
        TokenStore store,
        boolean storeIsGiven,
        @Nullable Supplier<Credentials> credentials,
        boolean probesRefusedCredentials,
        @Nullable OneTimePassword oneTimePassword,
        Duration oneTimePasswordTimeout,
        List<SessionListener> listeners) {

    SessionSettings session(String vendor, String baseUrl, AuthScheme scheme) {
        return new SessionSettings(
                new SessionKey(vendor, baseUrl, identity),
                scheme,
                start,
                store,
                storeIsGiven,
                credentials,
                probesRefusedCredentials,
                fixedIdentity,
                oneTimePassword,
                oneTimePasswordTimeout,
                Duration.ofNanos(tokenTimeoutNanos),
                Duration.ofNanos(timeoutNanos),
                tokenWait,
                time);
    }

    @Override
    public String toString() {
        return "ClientSettings";
    }
}
