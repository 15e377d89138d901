package dev.latchkey.examples;

import dev.latchkey.controlbyweb.CertificateRequestToken;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The same calls without waiting: futures, continued on a thread of one's own choice. */
public final class CallInTheBackground {
    private CallInTheBackground() {}

    public static void main(String[] args) {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            run(fake);
        }
    }

    static void run(FakeControlByWeb fake) {
        ExecutorService userInterface = Executors.newSingleThreadExecutor(task -> new Thread(task, "user-interface"));
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", "secret")
                .build()) {
            var tokens = client.certificateRequestTokens(1234);

            CompletableFuture<Integer> count = tokens.create()
                    .executeAsync()
                    .thenCompose(created -> tokens.list().executeAsync())
                    .thenApply(List::size);
            System.out.println("tokens: " + count.join());

            CompletableFuture<Void> shown = tokens.list()
                    .executeAsync()
                    .thenAcceptAsync(
                            list -> System.out.println(Thread.currentThread().getName() + " shows " + list.size()),
                            userInterface);
            shown.join();

            fake.latency("GET", "/v1/accounts/{AccountId}/tokens", Duration.ofMinutes(1));
            CompletableFuture<List<CertificateRequestToken>> tooSlow =
                    tokens.list().executeAsync();
            tooSlow.cancel(true); // cancels the HTTP call too
            System.out.println("cancelled: " + tooSlow.isCancelled());
        } finally {
            userInterface.shutdown();
        }
    }
}
