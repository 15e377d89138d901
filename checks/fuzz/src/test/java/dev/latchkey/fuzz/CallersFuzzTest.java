package dev.latchkey.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.webitel.WebitelClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text a caller gives, the server gets that text at its place, or nothing at all is sent. */
class CallersFuzzTest {
    private static final byte[] ANSWER = "HTTP/1.1 204 \n\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final String HEADER = "X-Given";

    @MethodSource
    @FuzzTest
    void everyPlace(byte[] input) {
        Document document = Document.parse(input);
        String text = document.text();
        switch (document.name()) {
            case "segment" -> segment(text);
            case "query" -> query(text);
            case "header" -> header(text);
            case "base" -> base(text);
            default -> template(text);
        }
    }

    static Stream<Named<byte[]>> everyPlace() {
        return Samples.of(
                "segment\na/b?c=d&e#f%2F..;.",
                "segment\n..",
                "segment\n%2e%2E",
                "segment\ng\\ud800",
                "query\na b&c=d+ü\u0000",
                "header\nline\r\nX-Other: break",
                "header\nplain value",
                "base\nhttps://user:LEAK7Q4Z@example.com/a?b#c",
                "base\nhttp://127.0.0.1:80/api/",
                "template\n/users/{id}/../x",
                "template\n//x%2e./{}");
    }

    private static void segment(String text) {
        HttpUrl url = target(client -> client.request("GET", "/before/{id}/after", text));
        if (url != null) {
            require(url.pathSegments().equals(List.of("api", "before", text, "after")), "one segment", url);
            require(url.encodedQuery() == null, "no query", url);
        }
    }

    private static void query(String text) {
        HttpUrl url = target(client -> client.request("GET", "/list").query("given", text));
        if (url != null) {
            require(url.querySize() == 1, "one parameter", url);
            require(Objects.equals(url.queryParameter("given"), text), "the given value", url);
        }
    }

    private static void template(String text) {
        HttpUrl url = target(client -> client.request("GET", text));
        if (url != null) {
            require(url.encodedPath().equals("/api" + text), "the given path", url);
        }
    }

    private static void header(String text) {
        String request = sent(client -> client.request("GET", "/list").header(HEADER, text));
        if (request != null) {
            List<String> lines = request.lines().toList();
            require(lines.contains(HEADER + ": " + text), "the given value", request);
            require(lines.stream().filter(line -> line.startsWith("X-")).count() == 2, "no other header", request);
        }
    }

    private static void base(String text) {
        Effort effort = Effort.begin();
        try (WebitelClient client =
                WebitelClient.builder().baseUrl(text).domainToken(Secrets.TOKEN).build()) {
            client.request("GET", "/list").returningNothing();
        } catch (InvalidInputException e) {
            require(!String.valueOf(e.getMessage()).contains("LEAK7Q4Z@"), "no secret", e);
        }
        effort.end();
    }

    private static HttpUrl target(Function<WebitelClient, Endpoint> description) {
        String request = sent(description);
        return request == null ? null : HttpUrl.get(ScriptedNetwork.BASE_URL + request.split(" ", 3)[1]);
    }

    /** The request, or null if it was refused. */
    private static String sent(Function<WebitelClient, Endpoint> description) {
        ScriptedNetwork network = new ScriptedNetwork(request -> ANSWER);
        try (WebitelClient client = WebitelClient.builder()
                .baseUrl(ScriptedNetwork.BASE_URL + "/api")
                .okHttpClient(network.client())
                .domainToken(Secrets.TOKEN)
                .build()) {
            Effort effort = Effort.begin();
            description.apply(client).returningNothing().execute();
            effort.end();
            return network.requests().get(0);
        } catch (InvalidInputException e) {
            require(network.requests().isEmpty(), "nothing to be sent", e);
            return null;
        }
    }

    private static void require(boolean holds, String what, Object found) {
        if (!holds) {
            throw new AssertionError("expected " + what + ", found " + found);
        }
    }
}
