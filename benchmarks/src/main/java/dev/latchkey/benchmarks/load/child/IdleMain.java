package dev.latchkey.benchmarks.load.child;

import dev.latchkey.benchmarks.load.LiveHeap;
import dev.latchkey.benchmarks.raw.UserAdapter;
import dev.latchkey.connectware.ConnectwareClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Clients that have made one call each, and are idle: {@code IdleMain BASE_URL USER_ID KIND COUNT}, where the kind is
 * {@code raw} for bare OkHttp clients, {@code latchkey} for clients of this SDK with an OkHttp client each, or {@code shared}
 * for clients of this SDK on one.
 */
public final class IdleMain {
    /** How many are made before anything is weighed, so that all classes are there. */
    public static final int WARMED = 5;

    private static final String OUR_THREADS = "latchkey-";

    private final String baseUrl;
    private final String userId;
    private final OkHttpClient shared = new OkHttpClient();
    private final List<Object> idle = new ArrayList<>();

    private IdleMain(String baseUrl, String userId) {
        this.baseUrl = baseUrl;
        this.userId = userId;
    }

    /** Prints the bytes that a client holds, the number of this SDK's threads, and the number of clients. */
    public static void main(String[] args) throws IOException, InterruptedException {
        IdleMain probe = new IdleMain(args[0], args[1]);
        int count = Integer.parseInt(args[3]);
        probe.add(args[2], WARMED);
        awaitQuiet();
        long before = LiveHeap.bytes();
        probe.add(args[2], count);
        awaitQuiet();
        long after = LiveHeap.bytes();
        System.out.println((after - before) / count + " " + ourThreads() + " " + probe.idle.size());
        System.exit(0);
    }

    private void add(String kind, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            idle.add(
                    switch (kind) {
                        case "raw" -> raw();
                        case "latchkey" ->
                            latchkey(ConnectwareClient.builder()
                                    .baseUrl(baseUrl)
                                    .credentials("admin", "secret")
                                    .build());
                        case "shared" ->
                            latchkey(ConnectwareClient.builder()
                                    .baseUrl(baseUrl)
                                    .credentials("admin", "secret")
                                    .okHttpClient(shared)
                                    .build());
                        default -> throw new IllegalArgumentException("no kind: " + kind);
                    });
        }
    }

    private ConnectwareClient latchkey(ConnectwareClient client) {
        Objects.requireNonNull(client.users().get(userId).execute().username());
        return client;
    }

    private OkHttpClient raw() throws IOException {
        OkHttpClient http = new OkHttpClient();
        Request request = new Request.Builder()
                .url(baseUrl + "/api/users/" + userId)
                .header("Authorization", "Bearer " + RawLogin.token(http, baseUrl))
                .build();
        try (Response response = http.newCall(request).execute()) {
            Objects.requireNonNull(new UserAdapter().fromJson(response.body().source()));
        }
        return http;
    }

    /** Threads of this SDK end a second after their work. */
    private static void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + 3_000_000_000L;
        while (ourThreads() > 0 && System.nanoTime() - end < 0) {
            Thread.sleep(50);
        }
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(OUR_THREADS))
                .count();
    }
}
