package dev.latchkey.reliability.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.webitel.WebitelClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * An application that opens a client for each of its arguments, does what it reads line by line, and dumps its heap. Each argument
 * is the vendor, the URL, the user, and the ends of the secrets: turned round, so that nothing in this process holds a secret that
 * was not given to a client.
 */
public final class MemoryProgram {
    private static final String BARE = "bare";
    private static final String GIVEN = "given";
    private static final String PENDING = "pending";

    private final List<Opened> clients = new ArrayList<>();

    /** What an application may keep for good: exceptions, states, futures, and clients of its own. */
    private final List<Object> kept = new CopyOnWriteArrayList<>();

    private final Semaphore asked = new Semaphore(0);

    private record Opened(Arguments arguments, AutoCloseable client, Session session, Endpoint request) {}

    /**
     * One argument.
     *
     * @param kind {@code bare} for a client that is given a password by the login alone, {@code pending} for one whose login waits
     *     for a code that nobody gives, {@code given} for one that is given a token
     */
    private record Arguments(
            String vendor,
            String kind,
            String url,
            String user,
            String password,
            String wrong,
            String header,
            String key) {
        static Arguments of(String argument) {
            String[] parts = argument.split(",", -1);
            return new Arguments(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
        }
    }

    private MemoryProgram(String[] arguments) {
        for (String argument : arguments) {
            clients.add(opened(Arguments.of(argument)));
        }
    }

    /**
     * Begins.
     *
     * @param arguments one for each client
     * @throws Exception if something is not as it should be
     */
    public static void main(String[] arguments) throws Exception {
        MemoryProgram program = new MemoryProgram(arguments);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            program.carryOut(line);
            System.out.println("done");
        }
    }

    private void carryOut(String line) throws Exception {
        switch (line) {
            case "login" -> {
                for (Opened opened : clients) {
                    logIn(opened);
                }
            }
            case "logout" -> clients.forEach(this::logOut);
            case "close" -> {
                for (Opened opened : clients) {
                    opened.client().close();
                }
            }
            default -> dump(line);
        }
    }

    private void logOut(Opened opened) {
        try {
            opened.session().logout().execute();
        } catch (InvalidInputException e) {
            kept.add(e); // Of a token that no login issued.
        }
        kept.add(opened.session().status());
    }

    private void logIn(Opened opened) throws InterruptedException {
        Arguments given = opened.arguments();
        switch (given.kind()) {
            case BARE ->
                opened.session()
                        .login(new Credentials(given.user(), secret(given.password())))
                        .execute();
            case PENDING -> {
                kept.add(opened.session()
                        .login(new Credentials(given.user(), secret(given.password())))
                        .executeAsync());
                if (!asked.tryAcquire(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("Nobody asked for a code.");
                }
                return;
            }
            case GIVEN -> {}
            default -> logInAfterAMistake(opened);
        }
        call(opened);
    }

    private void logInAfterAMistake(Opened opened) {
        Arguments given = opened.arguments();
        try {
            opened.session()
                    .login(new Credentials(given.user(), secret(given.wrong())))
                    .execute();
            throw new IllegalStateException("A wrong password has been accepted.");
        } catch (ApiException expected) {
            kept.add(expected);
            kept.add(opened.session().status());
            opened.session().login().execute();
        }
    }

    /** There may be nothing; what counts is that the token was on its way. */
    private void call(Opened opened) {
        CompletableFuture<String> cancelled = opened.request().returningText().executeAsync();
        cancelled.cancel(true);
        kept.add(cancelled);
        try {
            opened.request().returningText().execute();
        } catch (ApiException e) {
            kept.add(e);
        }
        OkHttpClient users =
                opened.session().authorize(new OkHttpClient.Builder()).build();
        kept.add(users);
        try {
            users.newCall(new Request.Builder()
                            .url(opened.arguments().url() + "/nothing")
                            .build())
                    .execute()
                    .close();
        } catch (IOException e) {
            kept.add(e);
        }
    }

    private static String secret(String turned) {
        return new StringBuilder(turned).reverse().toString();
    }

    private Opened opened(Arguments given) {
        Consumer<ClientBuilder<?>> options = builder -> {
            builder.baseUrl(given.url())
                    .header("X-Gateway", secret(given.header()))
                    .listener(new KeepingListener(kept))
                    .oneTimePassword(
                            given.kind().equals(PENDING) ? this::never : OneTimePassword.totp(secret(given.key())));
            if (given.kind().equals("built")) {
                builder.credentials(given.user(), secret(given.password()));
            }
        };
        switch (given.vendor()) {
            case "controlbyweb" -> {
                ControlByWebClient.Builder builder = ControlByWebClient.builder();
                options.accept(builder);
                if (given.kind().equals(GIVEN)) {
                    builder.identity(given.user()).refreshToken(secret(given.password()));
                }
                ControlByWebClient client = builder.build();
                return new Opened(given, client, client.session(), client.request("GET", "/nothing"));
            }
            case "connectware" -> {
                var builder = ConnectwareClient.builder();
                options.accept(builder);
                if (given.kind().equals(GIVEN)) {
                    builder.accessToken(secret(given.password()));
                }
                ConnectwareClient client = builder.build();
                return new Opened(given, client, client.session(), client.request("GET", "/nothing"));
            }
            case "webitel" -> {
                WebitelClient.Builder builder = WebitelClient.builder();
                options.accept(builder);
                if (given.kind().equals(GIVEN)) {
                    builder.domainToken(secret(given.password()));
                }
                WebitelClient client = builder.build();
                return new Opened(given, client, client.session(), client.request("GET", "/nothing"));
            }
            case "devicehive" -> {
                DeviceHiveClient.Builder builder = DeviceHiveClient.builder();
                options.accept(builder);
                if (given.kind().equals(GIVEN)) {
                    builder.accessToken(secret(given.password()));
                }
                DeviceHiveClient client = builder.build();
                return new Opened(given, client, client.session(), client.request("GET", "/nothing"));
            }
            default -> throw new IllegalArgumentException(given.vendor());
        }
    }

    private String never() throws InterruptedException {
        asked.release();
        new CountDownLatch(1).await();
        return "";
    }

    private static void dump(String file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
    }

    private record KeepingListener(List<Object> kept) implements SessionListener {
        @Override
        public void renewalFailed(ApiException cause) {
            kept.add(cause);
        }

        @Override
        public void expired(SessionExpiredException cause) {
            kept.add(cause);
        }

        @Override
        public void storeFailed(Exception cause) {
            kept.add(cause);
        }
    }
}
