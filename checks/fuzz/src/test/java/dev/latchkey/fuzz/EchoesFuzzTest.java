package dev.latchkey.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/** However a server spells the request that it sends back, no exception shows a secret of it. */
class EchoesFuzzTest {
    private static final List<String> TEMPLATES = List.of(
            """
            HTTP/1.1 400 Bad Request
            Content-Type: application/json

            {"message":"<<echo>>","error":"<<echo>>"}""",
            "HTTP/1.1 403 Forbidden\nContent-Type: text/html\n\n<html><body><pre><<echo>></pre></body></html>",
            "HTTP/1.1 200 OK\nContent-Type: text/plain\n\n<<echo>>",
            "HTTP/1.1 500 <<echo>>\nX-Request-Id: <<echo>>\nContent-Type: text/plain\n\n<<echo>>",
            "<<echo>>");

    @MethodSource
    @FuzzTest
    void everyVendor(byte[] input) throws Exception {
        EchoedRequest.parse(input).hold();
    }

    static Stream<Named<byte[]>> everyVendor() {
        List<Named<byte[]>> seeds = new ArrayList<>();
        Spelling[] spellings = Spelling.values();
        int turn = 0;
        for (Subject<?> subject : Subjects.ALL) {
            for (String operation : subject.calls().keySet()) {
                Spelling first = spellings[turn % spellings.length];
                Spelling then = spellings[turn / spellings.length % spellings.length];
                String line = operation + " " + first.name().toLowerCase(Locale.ROOT)
                        + (first == then ? "" : " " + then.name().toLowerCase(Locale.ROOT));
                String seed = line + "\n" + TEMPLATES.get(turn % TEMPLATES.size());
                seeds.add(Named.of(line, seed.getBytes(StandardCharsets.ISO_8859_1)));
                turn++;
            }
        }
        return seeds.stream();
    }
}
