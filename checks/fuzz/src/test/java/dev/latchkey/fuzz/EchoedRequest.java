package dev.latchkey.fuzz;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A server that sends back each request. The first line names the operation and the spellings, of which the second is applied to
 * what the first has made; then follows what is sent, with {@link #PLACE} where the request belongs: an answer, or no HTTP at all.
 *
 * <pre>
 * connectware.users.create json base64
 * HTTP/1.1 400 Bad Request
 * Content-Type: application/json
 *
 * {"message":"&lt;&lt;echo>>"}
 * </pre>
 *
 * @param operation whose request is sent back
 * @param chain of the spellings; one of digits at most
 * @param template what is sent
 */
record EchoedRequest(String operation, List<Spelling> chain, String template) {
    static final String PLACE = "<<echo>>";
    private static final int LONGEST_CHAIN = 3;

    static EchoedRequest parse(byte[] input) {
        Document document = Document.parse(input);
        List<String> words = List.of(document.name().split(" ", -1));
        List<Spelling> chain = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            Spelling next = Spelling.of(word);
            boolean second = next.isOfDigits() && chain.stream().anyMatch(Spelling::isOfDigits);
            if (!second && chain.size() < LONGEST_CHAIN) {
                chain.add(next);
            }
        }
        String template = document.content().string(StandardCharsets.ISO_8859_1);
        return new EchoedRequest(
                words.get(0), List.copyOf(chain), template.contains(PLACE) ? template : template + PLACE);
    }

    /** No text of the call's failure shows a part of a secret, as it was sent or as it came back. */
    void hold() throws Exception {
        hold(Subjects.of(operation));
    }

    @SuppressWarnings("try") // a client's close may throw anything, as far as the type says
    private <C extends AutoCloseable> void hold(Subject<C> subject) throws Exception {
        String called = subject.operation(operation);
        ScriptedNetwork network = Exchange.network(subject, called, this::answer);
        try (C client = subject.client().apply(network.client())) {
            fails(subject.call(called, client));
        } finally {
            LogWatch.requireNoSecret();
        }
    }

    private void fails(ApiCall<?> call) {
        try {
            Object unused = call.execute();
        } catch (ApiException e) {
            // What the server says of its own accord is no echo.
            if (!template.contains(Secrets.MARKER.substring(0, 4))) {
                List<String> secrets = List.copyOf(spelled(Secrets.MARKER));
                Promised.requireNoSecret(e, secrets);
                Promised.requireNoSecret(new AssertionError(e.failure().toString()), secrets);
            }
        }
    }

    private byte[] answer(String request) {
        String spelled = request;
        for (Spelling each : chain) {
            spelled = each.write(spelled);
        }
        return template.replace(PLACE, spelled).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With what is left if a layer is read back, as that of a JSON string is. */
    private Set<String> spelled(String part) {
        Set<String> all = new LinkedHashSet<>(List.of(part));
        Set<String> last = Set.of(part);
        for (Spelling each : chain) {
            Set<String> next = new LinkedHashSet<>();
            last.forEach(text -> next.addAll(each.ofPart(text)));
            all.addAll(next);
            last = next;
        }
        return all;
    }
}
