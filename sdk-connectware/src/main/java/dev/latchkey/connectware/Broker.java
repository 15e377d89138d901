package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;

/**
 * What the MQTT broker asks.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Broker {
    private final HttpApi http;

    Broker(HttpApi http) {
        this.http = http;
    }

    /**
     * Whether a client may connect that authenticates itself by a method of MQTT 5: {@code POST /api/broker/auth/enhanced}.
     * Needs no session. Repeated only if the server cannot have seen it, since such a method may have several steps.
     *
     * @param request what is known of the client
     * @return a call that yields the verdict, which may be a refusal
     */
    public ApiCall<EnhancedAuthResult> authEnhanced(EnhancedAuthRequest request) {
        String data = Inputs.present("request", request).authenticationData();
        var endpoint = http.post("/api/broker/auth/enhanced")
                .anonymous()
                .secret()
                .repeat(Repeat.ONCE)
                .json(EnhancedAuthRequest.JSON, request);
        return (data == null ? endpoint : endpoint.mask(data)).returning(EnhancedAuthResult.JSON);
    }
}
