package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.testsupport.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Answers that a server of the vendor's family gave, each as the answer to the operation that it belongs to. */
class RecordingsTest {
    private static final List<Replay> REPLAYS = List.of(
            yields("01-password-grant", RecordingsTest::login, RecordingsTest::requireTokensWithoutProfile),
            fails(
                    "02-bad-password",
                    RecordingsTest::login,
                    BadRequestException.class,
                    refusal("invalid_grant", "authorization grant")),
            fails(
                    "03-missing-password",
                    RecordingsTest::login,
                    BadRequestException.class,
                    refusal("invalid_request", "(Check the `password` parameter)")),
            fails(
                    "05-missing-grant",
                    RecordingsTest::login,
                    BadRequestException.class,
                    refusal("unsupported_grant_type", "not supported")),
            yields("07-refresh-1", RecordingsTest::refresh, RecordingsTest::requireTokensWithoutProfile),
            fails(
                    "08-reuse-old",
                    RecordingsTest::refresh,
                    UnauthorizedException.class,
                    refusal("invalid_request", "revoked")),
            fails(
                    "10-garbage-refresh",
                    RecordingsTest::refresh,
                    UnauthorizedException.class,
                    refusal("invalid_request", "decrypt")),
            fails(
                    "12-me-json-noauth",
                    RecordingsTest::list,
                    UnauthorizedException.class,
                    refusal(null, "Unauthenticated.")),
            fails(
                    "13-me-noaccept-noauth",
                    RecordingsTest::list,
                    RedirectException.class,
                    e -> assertThat(e.status()).hasValue(302)),
            yields(
                    "20-logout",
                    RecordingsTest::logout,
                    said -> assertThat(said).isEqualTo(new Confirmation("success", null))),
            fails(
                    "22-refresh-after-logout",
                    RecordingsTest::refresh,
                    UnauthorizedException.class,
                    refusal("invalid_request", "revoked")),
            fails(
                    "23-logout-again",
                    RecordingsTest::logout,
                    UnauthorizedException.class,
                    refusal(null, "Unauthenticated.")),
            fails("30-reset-link-422", RecordingsTest::requestReset, BadRequestException.class, e -> {
                refusal(null, "The given data was invalid.").accept(e);
                assertThat(((BadRequestException) e).fieldErrors())
                        .isEqualTo(Map.of("email", List.of("The email field is required.")));
            }),
            yields(
                    "33-reset-link-ok",
                    RecordingsTest::requestReset,
                    said -> assertThat(said)
                            .isEqualTo(
                                    new Confirmation("We have emailed your password reset link!", "passwords.sent"))),
            fails(
                    "35-reset-badtoken",
                    RecordingsTest::reset,
                    BadRequestException.class,
                    refusal("passwords.token", "is invalid")),
            fails("40-throttled-json", RecordingsTest::login, RateLimitedException.class, e -> {
                refusal(null, "Too Many Attempts.").accept(e);
                assertThat(((RateLimitedException) e).retryAfter()).hasValue(Duration.ofSeconds(53));
                assertThat(e.retryable()).isTrue();
            }));

    @TestFactory
    Stream<DynamicTest> eachDecodesToWhatItMeans() {
        return REPLAYS.stream().map(replay -> dynamicTest(replay.name(), replay::run));
    }

    @Test
    void noRecordingIsLeftOut() throws Exception {
        Path folder = Path.of(RecordingsTest.class
                        .getResource("oauth2-recordings/20-logout.http")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(REPLAYS.stream()
                            .map(replay -> replay.name() + ".http")
                            .toList());
        }
    }

    private static ApiCall<TokenAnswer> login(ControlByWebClient client) {
        return client.auth().login("jane", Marked.PASSWORD);
    }

    private static ApiCall<TokenAnswer> refresh(ControlByWebClient client) {
        return client.auth().refresh("def50200");
    }

    private static ApiCall<Confirmation> logout(ControlByWebClient client) {
        return client.auth().logout("access");
    }

    private static ApiCall<List<CertificateRequestToken>> list(ControlByWebClient client) {
        return client.certificateRequestTokens(1234).list();
    }

    private static ApiCall<Confirmation> requestReset(ControlByWebClient client) {
        return client.auth().requestPasswordReset("jane@example.com");
    }

    private static ApiCall<Confirmation> reset(ControlByWebClient client) {
        return client.auth().resetPassword(new PasswordReset("jane@example.com", "mail-token", Marked.PASSWORD));
    }

    private static void requireTokensWithoutProfile(TokenAnswer answer) {
        assertThat(answer.tokenType()).isEqualTo("Bearer");
        assertThat(answer.expiresIn()).isEqualTo(Duration.ofDays(1));
        assertThat(answer.accessToken()).startsWith("eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.");
        assertThat(answer.refreshToken()).startsWith("def50200");
        assertThat(answer.profile()).isNull();
    }

    private static Consumer<ApiException> refusal(String code, String words) {
        return e -> {
            assertThat(e.code().orElse(null)).isEqualTo(code);
            assertThat(e.serverMessage())
                    .hasValueSatisfying(said -> assertThat(said).contains(words));
        };
    }

    private static <T> Replay yields(
            String name, Function<ControlByWebClient, ApiCall<T>> call, Consumer<T> expectation) {
        return new Replay(name, client -> expectation.accept(call.apply(client).execute()));
    }

    private static <T> Replay fails(
            String name,
            Function<ControlByWebClient, ApiCall<T>> call,
            Class<? extends ApiException> type,
            Consumer<ApiException> expectation) {
        return new Replay(
                name,
                client -> expectation.accept(
                        assertThrows(type, () -> call.apply(client).execute())));
    }

    private record Replay(String name, Consumer<ControlByWebClient> expectation) {
        void run() throws Exception {
            Recording recording = Recording.load(RecordingsTest.class, "oauth2-recordings/" + name + ".http");
            try (MockWebServer server = new MockWebServer()) {
                server.setDispatcher(new Answers(recording));
                server.start();
                try (ControlByWebClient client = ControlByWebClient.builder()
                        .baseUrl(server.url("/api").toString())
                        .credentials("jane", "secret")
                        .build()) {
                    expectation.accept(client);
                }
            }
        }
    }

    /** The recording; but a session that needs tokens for it gets some. */
    private static final class Answers extends Dispatcher {
        private final Recording recording;
        private int issued;

        Answers(Recording recording) {
            this.recording = recording;
        }

        @Override
        public synchronized MockResponse dispatch(RecordedRequest request) {
            boolean forSession = request.getTarget().equals("/api/v1/auth/token")
                    && recording.name().contains("-me-");
            return forSession
                    ? new MockResponse.Builder()
                            .setHeader("Content-Type", "application/json")
                            .body("{\"access_token\":\"access-" + ++issued + "\",\"refresh_token\":\"refresh-" + issued
                                    + "\"}")
                            .build()
                    : recording.replay();
        }
    }
}
