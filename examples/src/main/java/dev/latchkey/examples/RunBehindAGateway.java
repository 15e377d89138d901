package dev.latchkey.examples;

import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.webitel.WebitelClient;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.logging.HttpLoggingInterceptor;

/** Headers that a gateway wants on every request, the application's name, and a log of headers that shows no secret. */
public final class RunBehindAGateway {
    private RunBehindAGateway() {}

    public static void main(String[] args) {
        try (FakeWebitel fake = FakeWebitel.withUser("root", "secret")) {
            run(fake.baseUrl(), "subscription-1", () -> "pass-1");
        }
    }

    static void run(String baseUrl, String subscriptionKey, Supplier<String> pass) {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor(RunBehindAGateway::log);
        logging.setLevel(HttpLoggingInterceptor.Level.HEADERS);
        logging.redactHeader("Authorization"); // ControlByWeb, Connectware, DeviceHive
        logging.redactHeader("X-Access-Token"); // Webitel
        logging.redactHeader("X-Key"); // Webitel
        logging.redactHeader("X-Subscription-Key"); // the gateway
        logging.redactHeader("X-Pass"); // the gateway
        OkHttpClient own =
                new OkHttpClient.Builder().addNetworkInterceptor(logging).build();

        try (WebitelClient client = WebitelClient.builder()
                .baseUrl(baseUrl)
                .credentials("root", "secret")
                .okHttpClient(own)
                .header("X-Subscription-Key", subscriptionKey) // on logins and renewals too
                .header("X-Pass", pass) // asked for each call
                .applicationName("portal/1.2")
                .build()) {
            client.request("GET", "/api/v2/whoami").returningText().execute();
        }
    }

    private static void log(String line) {
        if (line.startsWith("X-") || line.startsWith("User-Agent")) {
            System.out.println(line);
        }
    }
}
