package dev.latchkey.reliability.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.Session;
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

    private final List<Opened> clients = new ArrayList<>();

    private record Opened(Arguments arguments, AutoCloseable client, Session session, Endpoint request) {}

    /**
     * One argument.
     *
     * @param kind {@code bare} for a client that is given a password by the login alone
     */
    private record Arguments(
            String vendor, String kind, String url, String user, String password, String wrong, String header) {
        static Arguments of(String argument) {
            String[] parts = argument.split(",", -1);
            return new Arguments(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
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
            case "login" -> clients.forEach(MemoryProgram::logIn);
            case "logout" -> clients.forEach(opened -> opened.session().logout().execute());
            case "close" -> {
                for (Opened opened : clients) {
                    opened.client().close();
                }
            }
            default -> dump(line);
        }
    }

    private static void logIn(Opened opened) {
        Arguments given = opened.arguments();
        if (given.kind().equals(BARE)) {
            opened.session()
                    .login(new Credentials(given.user(), secret(given.password())))
                    .execute();
        } else {
            try {
                opened.session()
                        .login(new Credentials(given.user(), secret(given.wrong())))
                        .execute();
                throw new IllegalStateException("A wrong password has been accepted.");
            } catch (ApiException expected) {
                opened.session().login().execute();
            }
        }
        try {
            opened.request().returningText().execute();
            OkHttpClient users =
                    opened.session().authorize(new OkHttpClient.Builder()).build();
            users.newCall(new Request.Builder().url(given.url() + "/nothing").build())
                    .execute()
                    .close();
        } catch (ApiException | IOException e) {
            return; // There may be nothing; what counts is that the token was on its way.
        }
    }

    private static String secret(String turned) {
        return new StringBuilder(turned).reverse().toString();
    }

    private static Opened opened(Arguments given) {
        Consumer<ClientBuilder<?>> options = builder -> {
            builder.baseUrl(given.url())
                    .header("X-Gateway", secret(given.header()))
                    .oneTimePassword(OneTimePassword.totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
            if (!given.kind().equals(BARE)) {
                builder.credentials(given.user(), secret(given.password()));
            }
        };
        switch (given.vendor()) {
            case "controlbyweb" -> {
                ControlByWebClient.Builder builder = ControlByWebClient.builder();
                options.accept(builder);
                ControlByWebClient client = builder.build();
                return new Opened(given, client, client.session(), client.request("GET", "/nothing"));
            }
            case "connectware" -> {
                var builder = ConnectwareClient.builder();
                options.accept(builder);
                ConnectwareClient client = builder.build();
                return new Opened(given, client, client.session(), client.request("GET", "/nothing"));
            }
            case "webitel" -> {
                WebitelClient.Builder builder = WebitelClient.builder();
                options.accept(builder);
                WebitelClient client = builder.build();
                return new Opened(given, client, client.session(), client.request("GET", "/nothing"));
            }
            case "devicehive" -> {
                DeviceHiveClient.Builder builder = DeviceHiveClient.builder();
                options.accept(builder);
                DeviceHiveClient client = builder.build();
                return new Opened(given, client, client.session(), client.request("GET", "/nothing"));
            }
            default -> throw new IllegalArgumentException(given.vendor());
        }
    }

    private static void dump(String file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
    }
}
