package dev.latchkey.fuzz;

import dev.latchkey.connectware.Registration;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import java.util.Map;
import java.util.function.Function;

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
        ScriptedNetwork network = network(subject, operation, request -> wire);
        try (C client = subject.client().apply(network.client())) {
            return outcome(subject.call(operation, client), network);
        } finally {
            LogWatch.requireNoSecret();
        }
    }

    /** A network on which a session gets its token, if the operation is no login itself. */
    static ScriptedNetwork network(Subject<?> subject, String operation, Function<String, byte[]> answers) {
        FuzzedAnswer login = operation.contains(".auth.") ? null : LOGINS.get(subject.vendor());
        return new ScriptedNetwork(request ->
                login != null && request.startsWith("POST /v1/auth/token ") ? login.wire() : answers.apply(request));
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
