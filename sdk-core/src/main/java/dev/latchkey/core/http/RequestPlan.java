package dev.latchkey.core.http;

import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One request, described completely; executed any number of times.
 *
 * @param method HTTP method
 * @param template path for error texts and logs
 * @param url where it goes
 * @param headers without the session's token
 * @param body what it carries
 * @param resendable whether the body can be written again
 * @param repeat how it may be repeated
 * @param token whose token it carries
 * @param secrecy where there are secrets
 * @param salvaged whether a success that breaks off is read as far as it came
 * @param secrets values that never show in a text
 * @param values in the address, or a form, of a request that the user describes: nobody says which of them are secrets
 * @param ofTheUser whether the user describes it
 * @param timeoutNanos the limit of a whole execution
 * @param retried whether failures are followed by another attempt at all
 */
record RequestPlan(
        String method,
        String template,
        HttpUrl url,
        Headers headers,
        @Nullable RequestBody body,
        boolean resendable,
        Repeat repeat,
        Token token,
        Secrecy secrecy,
        boolean salvaged,
        List<String> secrets,
        List<String> values,
        boolean ofTheUser,
        long timeoutNanos,
        boolean retried) {

    enum Token {
        OF_SESSION,
        OF_SESSION_IF_HELD,
        GIVEN,
        NONE
    }

    enum Secrecy {
        NONE,
        /** In the answer, and in the values that are named. */
        ANSWER,
        /** In the answer, and anywhere in the request. */
        ALL
    }

    /** Whether request or answer deals in secrets. */
    boolean secret() {
        return secrecy != Secrecy.NONE;
    }

    RequestPlan limitedTo(long nanos) {
        return with(headers, nanos, retried);
    }

    RequestPlan triedOnce() {
        return with(headers, timeoutNanos, false);
    }

    RequestPlan with(Headers changed) {
        return with(changed, timeoutNanos, retried);
    }

    private RequestPlan with(Headers newHeaders, long newTimeout, boolean newRetried) {
        return new RequestPlan(
                method,
                template,
                url,
                newHeaders,
                body,
                resendable,
                repeat,
                token,
                secrecy,
                salvaged,
                secrets,
                values,
                ofTheUser,
                newTimeout,
                newRetried);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
