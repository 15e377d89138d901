package dev.latchkey.core.http;

import com.squareup.moshi.JsonReader;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.vendor.AuthScheme;
import dev.latchkey.core.vendor.ErrorBody;
import dev.latchkey.core.vendor.ErrorFormat;
import dev.latchkey.core.vendor.LoginAttempt;
import dev.latchkey.core.vendor.TokenGrant;
import dev.latchkey.core.vendor.TokenService;
import dev.latchkey.core.vendor.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A vendor that issues {@code token-1}, {@code token-2} and so on without any I/O, unless told otherwise. */
final class TestVendor {
    /** The part of every secret for which each test run is searched. */
    static final String LEAK = "LEAK7Q4Z";

    final AtomicInteger logins = new AtomicInteger();
    final AtomicInteger refreshes = new AtomicInteger();
    AuthScheme scheme = AuthScheme.bearer();
    ErrorFormat errors = TestVendor::parse;
    String name = "test";
    Function<Integer, Tokens> issue = n -> new Tokens(token(n), LEAK + "-refresh-" + n, null);

    @Nullable
    Function<HttpApi, TokenService> service;

    @Nullable
    Duration lifetime;

    static String token(int n) {
        return LEAK + "-token-" + n;
    }

    Vendor vendor() {
        return new Vendor(name, null, scheme, errors);
    }

    TokenService tokens(HttpApi http) {
        return service == null ? new CountingTokens() : service.apply(http);
    }

    /** {@code {"code": "…", "message": "…", "errors": {"field": ["…"]}}}. */
    private static ErrorBody parse(String body) {
        try {
            Map<String, Object> members = JsonCodec.decode(Json.mapOf(new AnyAdapter()), body);
            return new ErrorBody(
                    text(members.get("code")), text(members.get("message")), fields(members.get("errors")));
        } catch (JsonDecodingException e) {
            return ErrorBody.EMPTY;
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> fields(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, List<String>>) value;
    }

    private static final class AnyAdapter extends com.squareup.moshi.JsonAdapter<Object> {
        @Override
        public Object fromJson(JsonReader reader) throws java.io.IOException {
            return reader.readJsonValue();
        }

        @Override
        public void toJson(com.squareup.moshi.JsonWriter writer, @Nullable Object value) throws java.io.IOException {
            writer.jsonValue(value);
        }
    }

    private final class CountingTokens implements TokenService {
        private final AtomicInteger issued = new AtomicInteger();

        private TokenGrant next() {
            return TokenGrant.lasting(issue.apply(issued.incrementAndGet()), lifetime, null);
        }

        @Override
        public TokenGrant login(LoginAttempt attempt) {
            logins.incrementAndGet();
            return next();
        }

        @Override
        public TokenGrant refresh(String refreshToken) {
            refreshes.incrementAndGet();
            return next();
        }

        @Override
        public LogoutResult logout(Tokens tokens) {
            return LogoutResult.LOCAL_ONLY;
        }

        @Override
        public boolean logoutNeedsLiveToken() {
            return false;
        }

        @Override
        public boolean rejects(ApiException failure) {
            return failure instanceof UnauthorizedException;
        }
    }
}
