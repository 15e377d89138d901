package dev.latchkey.fuzz;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.Operation;
import dev.latchkey.core.auth.SessionState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A session that logs in and renews while a server answers one thing after the other, and then nothing more.
 *
 * @param vendor whose session
 * @param answers separated by a line of {@code ====} in the notation, the first one named after the vendor
 */
record LoggedIn(String vendor, List<FuzzedAnswer> answers) {
    private static final String SEPARATOR = "\n====\n";
    private static final byte[] PROBED = "HTTP/1.1 204 \n\n".getBytes(StandardCharsets.ISO_8859_1);

    static LoggedIn parse(byte[] input) {
        List<FuzzedAnswer> answers = Arrays.stream(new String(input, StandardCharsets.ISO_8859_1).split(SEPARATOR, 8))
                .map(part -> FuzzedAnswer.parse(part.getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
        return new LoggedIn(Subjects.of(answers.get(0).operation()).vendor(), answers);
    }

    void hold() {
        AtomicInteger answered = new AtomicInteger();
        ScriptedNetwork network = new ScriptedNetwork(request -> {
            int next = isProbe(request) ? -1 : answered.getAndIncrement();
            return next < 0 ? PROBED : next < answers.size() ? answers.get(next).wire() : new byte[0];
        });
        Sessions client = Sessions.open(vendor, network.client());
        try {
            if (outcome(client.session().login()) == SessionState.ACTIVE) {
                use(client);
            }
            outcome(client.session().renew());
            use(client);
        } finally {
            client.close().run();
        }
        LogWatch.requireNoSecret();
        network.requests().stream().filter(LoggedIn::isProbe).forEach(request -> requireSendable(client, request));
    }

    private void use(Sessions client) {
        outcome(client.probe().get().returningNothing());
        Values.examine(client.profile().get());
        Values.examine(client.session().expiresAt());
    }

    private Object outcome(Operation<?> operation) {
        try {
            return operation.execute();
        } catch (ApiException e) {
            Promised.hold(e, secrets());
            if (e.rawBody().isPresent() && e.path().startsWith("/") && !e.path().equals(Sessions.PROBE)) {
                throw new AssertionError("the body of a token answer is kept", e);
            }
            return null;
        }
    }

    /** No text shows anything of what is granted, unless the server says it where it may say anything. */
    private List<String> secrets() {
        boolean onlyGranted = answers.stream()
                .allMatch(answer -> answer.status() / 100 == 2 && !answer.head().contains(Secrets.MARKER));
        return onlyGranted ? List.of(Secrets.MARKER) : List.of();
    }

    private static boolean isProbe(String request) {
        return request.startsWith("GET " + Sessions.PROBE + " ");
    }

    private static void requireSendable(Sessions client, String request) {
        List<String> lines = request.lines().toList();
        for (String header : client.headers()) {
            long times = lines.stream()
                    .filter(line -> line.startsWith(header + ": "))
                    .count();
            if (times > 1) {
                throw new AssertionError("the token was sent " + times + " times");
            }
        }
        int known = client.headers().size() + 6; // request line, Host, Connection, Accept, Accept-Encoding, User-Agent
        if (lines.stream().filter(line -> !line.isEmpty()).count() > known) {
            throw new AssertionError("the token has brought a line along");
        }
    }
}
