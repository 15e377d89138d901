package dev.latchkey.fuzz;

import dev.latchkey.connectware.Registration;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import java.util.Map;

/**
 * One call of a vendor's client and the hostile answer to it.
 *
 * @param subject whose client
 * @param answer what the server says
 */
record Exchange<C extends AutoCloseable>(Subject<C> subject, FuzzedAnswer answer) {
    /** What a server says to the session's own login, where a client has no other way to a token. */
    private static final Map<String, FuzzedAnswer> LOGINS = Map.of(
            "controlbyweb",
            FuzzedAnswer.ofHttp("{\"token_type\":\"Bearer\",\"access_token\":\"" + Secrets.ISSUED
                    + "\",\"refresh_token\":\"" + Secrets.ISSUED_REFRESH + "\"}"));

    static <C extends AutoCloseable> Exchange<C> of(Subject<C> subject, FuzzedAnswer answer) {
        return new Exchange<>(subject, answer);
    }

    /** Holds the outcome against what is promised. */
    void hold() throws Exception {
        value();
    }

    /** The same of an answer that is no success. Of a registration two such answers are results. */
    void holdFailure() throws Exception {
        Object value = value();
        if (value != null && !(value instanceof Registration)) {
            throw new AssertionError("status " + answer.status() + " was taken for " + value);
        }
    }

    /** The decoded value, or null if the call ended with an exception or has none. */
    @SuppressWarnings("try") // a client's close may throw anything, as far as the type says
    Object value() throws Exception {
        String operation = subject.operation(answer.operation());
        byte[] wire = answer.wire();
        byte[] login = operation.contains(".auth.") || !LOGINS.containsKey(subject.vendor())
                ? wire
                : LOGINS.get(subject.vendor()).wire();
        ScriptedNetwork network =
                new ScriptedNetwork(request -> request.startsWith("POST /v1/auth/token ") ? login : wire);
        try (C client = subject.client().apply(network.client())) {
            return outcome(subject.call(operation, client), network);
        } finally {
            LogWatch.requireNoSecret();
        }
    }

    private static Object outcome(ApiCall<?> call, ScriptedNetwork network) {
        Effort effort = Effort.begin();
        try {
            Object value = call.execute();
            effort.end();
            Values.examine(value);
            return value;
        } catch (ApiException e) {
            effort.end();
            Promised.hold(e, Secrets.in(network.requests()));
            return null;
        }
    }
}
