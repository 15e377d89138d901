package dev.latchkey.examples;

import dev.latchkey.controlbyweb.CertificateRequestToken;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiResponse;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.time.Duration;
import java.util.List;

/** Options for all calls of a client, and for one call. */
public final class TuneOneCall {
    private TuneOneCall() {}

    public static void main(String[] args) {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            run(fake.baseUrl());
        }
    }

    static void run(String baseUrl) {
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(baseUrl)
                .credentials("jane", "secret")
                .timeout(Duration.ofSeconds(30)) // a whole call, its retries included
                .retries(RetryPolicy.defaults().withMaxAttempts(3))
                .build()) {
            ApiResponse<List<CertificateRequestToken>> response = client.certificateRequestTokens(1234)
                    .list()
                    .timeout(Duration.ofSeconds(5))
                    .withoutRetries()
                    .header("X-Request-Id", "example-1")
                    .executeForResponse();
            System.out.println(
                    response.status() + " " + response.header("Content-Type").orElse("?") + ": "
                            + response.value().size() + " tokens");
        }
    }
}
