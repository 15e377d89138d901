package dev.latchkey.connectware;

import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/** What carries a code: sent once, never repeated, since a wrong code counts and a backup code is spent by it. */
final class MfaRequests {
    private final HttpApi http;

    MfaRequests(HttpApi http) {
        this.http = http;
    }

    Endpoint post(String path) {
        return http.post(path).secret().repeat(Repeat.NEVER);
    }

    Endpoint withCode(String path, MfaCode code) {
        Inputs.present("code", code);
        return masked(post(path), code).json(Body.JSON, new Body(null, code.otp(), code.backupCode(), null));
    }

    /** The second step of a login, without a word on the token that it carries. */
    Endpoint login(String username, String secret, MfaCode code) {
        Inputs.present("code", code);
        Body body = new Body(
                Inputs.require("user name", username),
                code.otp(),
                code.backupCode(),
                Inputs.require("secret of the login's first step", secret));
        return masked(post("/api/mfa/login").salvaged(), code).mask(secret).json(Body.JSON, body);
    }

    private static Endpoint masked(Endpoint endpoint, MfaCode code) {
        for (String secret : new @Nullable String[] {code.otp(), code.backupCode()}) {
            if (secret != null) {
                endpoint.mask(secret);
            }
        }
        return endpoint;
    }

    private record Body(
            @Nullable String username,
            @Nullable String otp,
            @Nullable String backupCode,
            @Nullable String secret) {
        static final RecordAdapter<Body> JSON = RecordAdapter.of("Code", r -> {
            var username = r.optional("username", Lenient.TEXT, Body::username);
            var otp = r.optional("otp", Lenient.TEXT, Body::otp);
            var backupCode = r.optional("backupCode", Lenient.TEXT, Body::backupCode);
            var secret = r.optional("secret", Lenient.TEXT, Body::secret);
            return in -> new Body(in.get(username), in.get(otp), in.get(backupCode), in.get(secret));
        });

        @Override
        public String toString() {
            return "Code[username=" + username + "]";
        }
    }
}
