package dev.latchkey.examples;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Many calls at once whose token has expired, while the token endpoint is out of order and after: with an authenticator
 * written by hand, and with a session in its place.
 */
public final class ReplaceYourAuthenticator {
    private static final int CALLS = 10;
    private static final String TOKEN = "/v1/auth/token";

    private ReplaceYourAuthenticator() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            byHand(fake);
        }
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            withASession(fake);
        }
    }

    private static void byHand(FakeControlByWeb fake) throws IOException, InterruptedException {
        String baseUrl = fake.baseUrl();
        HandWrittenAuthenticator authenticator = new HandWrittenAuthenticator(baseUrl, "jane", "secret");
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(authenticator)
                .authenticator(authenticator)
                .build();
        compare("by hand", fake, client);
        authenticator.close();
    }

    private static void withASession(FakeControlByWeb fake) throws IOException, InterruptedException {
        String baseUrl = fake.baseUrl();
        try (ControlByWebClient controlByWeb = ControlByWebClient.builder()
                .baseUrl(baseUrl)
                .credentials("jane", "secret")
                .build()) {
            OkHttpClient client =
                    controlByWeb.session().authorize(new OkHttpClient.Builder()).build();
            compare("with a session", fake, client);
        }
    }

    private static void compare(String name, FakeControlByWeb fake, OkHttpClient client)
            throws IOException, InterruptedException {
        fake.handleAuthorized("GET", "/v1/devices", call -> FakeResponse.json(200, List.of(Map.of("name", "pump"))));
        fake.latency("POST", TOKEN, Duration.ofMillis(100));
        Request devices = new Request.Builder()
                .url(fake.baseUrl() + "/v1/devices")
                .header("Accept", "application/json")
                .build();
        try {
            status(client, devices);
            fake.clock().advance(Duration.ofHours(25));
            fake.faults().on("POST", TOKEN).next(2, Fault.status(503));
            report(name + ", token endpoint out of order for two requests", fake, client, devices);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private static void report(String name, FakeControlByWeb fake, OkHttpClient client, Request request)
            throws InterruptedException {
        fake.journal().clear();
        long start = System.nanoTime();
        long failed = atOnce(client, request);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.println(name + ": " + failed + " of " + CALLS + " calls failed, the last after " + millis + " ms; "
                + fake.journal().count("POST", TOKEN) + " token requests");
    }

    private static long atOnce(OkHttpClient client, Request request) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CALLS);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int n = 0; n < CALLS; n++) {
                calls.add(() -> status(client, request));
            }
            return threads.invokeAll(calls).stream()
                    .filter(call -> !isSuccess(call))
                    .count();
        } finally {
            threads.shutdown();
        }
    }

    private static boolean isSuccess(Future<Integer> call) {
        try {
            return call.get() == 200;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int status(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }
}
