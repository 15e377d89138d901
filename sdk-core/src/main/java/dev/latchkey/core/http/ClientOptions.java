package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.internal.call.WholeCharacters;
import dev.latchkey.core.internal.session.SessionStart;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.core.vendor.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What a builder was told, and what it is not told: the defaults. */
final class ClientOptions {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final String NO_IDENTITY = "default";

    final List<SessionListener> listeners = new ArrayList<>();

    final List<ClientHeader> headers = new ArrayList<>();

    @Nullable
    String applicationName;

    @Nullable
    String baseUrl;

    @Nullable
    Supplier<Credentials> credentials;

    boolean probesRefusedCredentials = true;

    @Nullable
    String username;

    @Nullable
    String identity;

    @Nullable
    OneTimePassword oneTimePassword;

    Duration oneTimePasswordTimeout = Duration.ofSeconds(60);

    @Nullable
    TokenStore store;

    SessionStart start = SessionStart.NOTHING;

    @Nullable
    OkHttpClient okHttpClient;

    @Nullable
    Duration timeout;

    Duration tokenTimeout = DEFAULT_TIMEOUT;
    Duration tokenWait = Duration.ofSeconds(5);
    RetryPolicy retries = RetryPolicy.defaults();
    boolean allowInsecure;
    boolean trustsInterceptors;
    long maxBodyBytes = 16L * 1024 * 1024;
    TimeSource time = TimeSource.system();

    ClientSettings checked(Vendor vendor) {
        if (maxBodyBytes < 1) {
            throw new InvalidInputException("maxBodyBytes must be at least 1.");
        }
        if (start.fixed() != null && (credentials != null || store != null)) {
            throw new InvalidInputException("A token that is sent as it is needs no credentials and no token store."
                    + " Give the client either that token, or credentials.");
        }
        long limit = Limits.nanos("The timeout", limit());
        return new ClientSettings(
                BaseUrl.parse(baseUrl == null ? vendor.defaultBaseUrl() : baseUrl, allowInsecure),
                allowInsecure,
                okHttpClient,
                trustsInterceptors,
                carried(vendor.scheme().headerNames()),
                limit,
                Math.max(limit, Limits.nanos("The timeout of token requests", tokenTimeout)),
                tokenWait.isZero() ? tokenWait : Duration.ofNanos(Limits.nanos("The wait for a token", tokenWait)),
                maxBodyBytes,
                retries,
                time,
                sessionName(),
                identity == null && username != null,
                start,
                store == null ? TokenStore.inMemory() : store,
                store != null,
                credentials,
                probesRefusedCredentials,
                oneTimePassword,
                Duration.ofNanos(Limits.nanos("The timeout of the one-time password", oneTimePasswordTimeout)),
                List.copyOf(listeners));
    }

    private Carried carried(List<String> sessionNames) {
        headers.forEach(header -> header.check(sessionNames));
        return new Carried(
                List.copyOf(headers), applicationName == null ? null : UserAgent.checkedProduct(applicationName));
    }

    /** A later one of the same name counts. */
    void header(ClientHeader header) {
        headers.removeIf(earlier -> earlier.name().equalsIgnoreCase(header.name()));
        headers.add(header);
    }

    private Duration limit() {
        if (timeout != null) {
            return timeout;
        }
        int usersOwn = okHttpClient == null ? 0 : okHttpClient.callTimeoutMillis();
        return usersOwn == 0 ? DEFAULT_TIMEOUT : Duration.ofMillis(usersOwn);
    }

    private String sessionName() {
        String name = identity != null ? identity : username;
        if (name == null && store != null) {
            throw new InvalidInputException("A token store needs to know whose session it keeps."
                    + " Call identity(…), with the user name for instance.");
        }
        if (name != null && name.trim().isEmpty()) {
            throw new InvalidInputException("The identity is blank. Give the user name for instance.");
        }
        if (name != null) {
            WholeCharacters.require("The identity", name);
        }
        return name == null ? NO_IDENTITY : name;
    }
}
