package dev.latchkey.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aHandlerSeesTheWholeRequest() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(request -> Answer.json(
                201,
                request.method() + " " + request.target() + " " + request.header("x-name") + " " + request.body()))) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(server.baseUrl() + "/a?b=c"))
                            .header("X-Name", "Jane")
                            .POST(BodyPublishers.ofString("€".repeat(10_000)))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.body()).isEqualTo("POST /a?b=c Jane " + "€".repeat(10_000));
        }
    }

    @Test
    void manyDelayedAnswersAreUnderwayAtOnce() throws Exception {
        Answer slow = Answer.json(200, "{}").after(Duration.ofMillis(200));
        try (LoopbackServer server = LoopbackServer.start(request -> slow)) {
            long started = System.nanoTime();
            List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(client.sendAsync(get(server, "/"), BodyHandlers.ofString()));
            }
            calls.forEach(CompletableFuture::join);

            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isBetween(Duration.ofMillis(200), Duration.ofMillis(50 * 200 / 2));
        }
    }

    @Test
    void requestsAreCounted() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(request -> Answer.json(200, "{}"))) {
            client.send(get(server, "/"), BodyHandlers.ofString());
            client.send(get(server, "/"), BodyHandlers.ofString());

            assertThat(client.send(get(server, "/_requests"), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("2");
        }
    }

    @Test
    void acceptedConnectionsAreCounted() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(request -> Answer.json(200, "{}"))) {
            client.send(get(server, "/"), BodyHandlers.ofString());
            client.send(get(server, "/"), BodyHandlers.ofString());

            assertThat(client.send(get(server, "/_connections"), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("1");
        }
    }

    @Test
    void anAnswerLargerThanTheSocketTakesAtOnceArrivesWhole() throws Exception {
        String body = "x".repeat(20_000_000);
        try (LoopbackServer server = LoopbackServer.start(request -> Answer.json(200, body))) {
            assertThat(client.send(get(server, "/"), BodyHandlers.ofString()).body())
                    .hasSize(20_000_000);
        }
    }

    @Test
    void aLateAnswerIsDecidedWhenItIsDue() throws Exception {
        AtomicBoolean isOpen = new AtomicBoolean(true);
        Answer gate = Answer.later(
                Duration.ofMillis(200),
                () -> Answer.json(200, isOpen.get() ? "open" : "closed").after(Duration.ofMillis(1)));
        try (LoopbackServer server = LoopbackServer.start(request -> {
            if (request.target().equals("/close")) {
                isOpen.set(false);
                return Answer.json(200, "done");
            }
            return gate;
        })) {
            CompletableFuture<HttpResponse<String>> early = client.sendAsync(get(server, "/"), BodyHandlers.ofString());
            client.send(get(server, "/close"), BodyHandlers.ofString());

            assertThat(early.join().body()).isEqualTo("closed");
        }
    }

    private static HttpRequest get(LoopbackServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).build();
    }
}
