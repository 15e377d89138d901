package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.LockedException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorMappingTest extends HttpTest {

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, BadRequestException.class, false),
                Arguments.of(401, UnauthorizedException.class, false),
                Arguments.of(402, ApiException.class, false),
                Arguments.of(403, ForbiddenException.class, false),
                Arguments.of(404, NotFoundException.class, false),
                Arguments.of(408, ApiException.class, false),
                Arguments.of(409, ConflictException.class, false),
                Arguments.of(418, ApiException.class, false),
                Arguments.of(421, ApiException.class, false),
                Arguments.of(422, BadRequestException.class, false),
                Arguments.of(423, LockedException.class, false),
                Arguments.of(429, RateLimitedException.class, true),
                Arguments.of(500, ServerErrorException.class, true),
                Arguments.of(503, ServerErrorException.class, true),
                Arguments.of(599, ServerErrorException.class, true),
                Arguments.of(300, RedirectException.class, false),
                Arguments.of(302, RedirectException.class, false),
                Arguments.of(304, RedirectException.class, false),
                Arguments.of(308, RedirectException.class, false));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void eachStatusHasItsException(int status, Class<?> type, boolean retryable) {
        answer(status);
        ApiCall<String> call = http().post("/things/{id}", 7)
                .repeat(Repeat.IDEMPOTENT)
                .anonymous()
                .returningText()
                .withoutRetries();

        ApiException thrown = failure(call);

        assertThat(thrown).isExactlyInstanceOf(type);
        assertThat(thrown.retryable()).isEqualTo(retryable);
        assertThat(thrown.status()).hasValue(status);
        assertThat(thrown.method()).isEqualTo("POST");
        assertThat(thrown.path()).isEqualTo("/things/{id}");
        assertThat(thrown).hasMessageStartingWith("POST /things/{id}: " + status + " ");
    }

    @Test
    void tellsWhatTheServerSays() {
        answer(new MockResponse.Builder()
                .code(422)
                .addHeader("X-Request-Id", "req-9")
                .body("{\"code\":\"invalid\",\"message\":\"No.\",\"errors\":{\"email\":[\"is taken\",\"is short\"]}}"));

        BadRequestException thrown = (BadRequestException) failure(call());

        assertThat(thrown.code()).hasValue("invalid");
        assertThat(thrown.serverMessage()).hasValue("No.");
        assertThat(thrown.requestId()).hasValue("req-9");
        assertThat(thrown.fieldErrors()).isEqualTo(Map.of("email", List.of("is taken", "is short")));
        assertThat(thrown.rawBody()).hasValueSatisfying(body -> assertThat(body).startsWith("{\"code\""));
        assertThat(thrown).hasMessageEndingWith("[invalid]: No. (request req-9)");
        assertThat(thrown).hasMessageNotContaining("is taken");
    }

    @Test
    void aVendorsOwnExceptionComesFirst() {
        vendor.errors = new ErrorFormat() {
            @Override
            public ErrorBody parse(String body) {
                return new ErrorBody("teapot", body, Map.of());
            }

            @Override
            public ApiException special(ErrorAnswer answer) {
                return new LockedException(answer.failure(), null);
            }
        };
        answer(418, "short and stout");

        assertThat(failure(call()))
                .isInstanceOf(LockedException.class)
                .hasMessageEndingWith("[teapot]: short and stout");
    }

    @Test
    void aFormatThatThrowsDoesNotHideTheStatus() {
        vendor.errors = body -> {
            throw new IllegalStateException(body);
        };
        answer(404, "quoted");

        assertThat(failure(call())).isInstanceOf(NotFoundException.class).hasMessageNotContaining("quoted");
    }

    @Test
    void aLongMessageIsShortenedAndItsLineBreaksAreTaken() {
        answer(400, "{\"message\":\"one\\r\\ntwo\\u0007\\u2028" + "x".repeat(1000) + "\"}");

        String message = failure(call()).serverMessage().orElseThrow();

        assertThat(message).startsWith("one  two  xxx").hasSize(300).endsWith("…");
    }

    @Test
    void theRawBodyIsBounded() {
        answer(400, "ä".repeat(20_000));

        assertThat(failure(call()).rawBody().orElseThrow()).hasSize(8192).startsWith("ää");
    }

    @Test
    void anEchoedTokenIsMasked() {
        String token = TestVendor.token(1);
        answer(404, "{\"message\":\"no '" + token + "' of 'Bearer " + token + "'\"}");

        ApiException thrown = failure(http().get("/things").returningText());

        assertThat(thrown.serverMessage()).hasValue("no '***' of '***'");
        assertThat(thrown).hasMessageNotContaining(token);
    }

    @Test
    void aCodeThatHoldsASecretIsToldToProgramsAlone() {
        String token = TestVendor.token(1);
        answer(404, "{\"code\":\"" + token + "\",\"message\":\"No.\"}");

        ApiException thrown = failure(http().get("/things").returningText());

        assertThat(thrown.code()).hasValue(token);
        assertThat(thrown).hasMessageEndingWith(": No.").hasMessageNotContaining(token);
        assertThat(thrown.failure().toString()).doesNotContain(token);
    }

    @Test
    void aCodeIsNeverMaskedAndDecidedOnAsItCame() {
        vendor.errors = new ErrorFormat() {
            @Override
            public ErrorBody parse(String body) {
                return new ErrorBody("invalid_grant", body, Map.of("password", List.of(body)));
            }

            @Override
            public @Nullable ApiException special(ErrorAnswer answer) {
                return "The grant is over.".equals(answer.body().message())
                        ? new LockedException(answer.failure(), null)
                        : null;
            }
        };
        answer(400, "The grant is over.");
        answer(400, "The grant");

        HttpApi http = http();
        ApiException special = failure(http.post("/x")
                .secretForm("a", "invalid_grant")
                .secretForm("b", "he gr")
                .anonymous()
                .returningText());
        BadRequestException usual = (BadRequestException)
                failure(http.post("/x").secretForm("a", "password").anonymous().returningText());

        assertThat(special).isInstanceOf(LockedException.class);
        assertThat(special.code()).hasValue("invalid_grant");
        assertThat(special.serverMessage()).hasValue("***");
        assertThat(usual.fieldErrors()).isEqualTo(Map.of("password", List.of("The grant")));
    }

    @Test
    void valuesThatTheUserPutsIntoAnAddressAreMaskedWhereTheyAreLongEnoughToBeSecret() {
        answer(404, "{\"message\":\"No token 0123456789abcdef, nor key fedcba, of 42\"}");

        ApiException thrown = failure(http().request("DELETE", "/accounts/{id}/tokens/{token}", 42, "0123456789abcdef")
                .query("key", "fedcba")
                .header("X-Tenant", "acme-inc")
                .anonymous()
                .returningText());

        assertThat(thrown.serverMessage()).hasValue("No token ***, nor key ***, of 42");
    }

    @Test
    void anEchoedTokenInHexIsMasked() {
        String hex = ByteString.encodeUtf8(TestVendor.token(1)).hex();
        answer(404, "{\"message\":\"5b" + hex + "5d or " + hex.toUpperCase(Locale.ROOT) + "\"}");

        ApiException thrown = failure(http().get("/things").returningText());

        assertThat(thrown.serverMessage()).hasValue("5b***5d or ***");
    }

    @Test
    void anEchoedRefusedTokenIsMaskedToo() {
        answer(401);
        answer(404, "{\"message\":\"" + TestVendor.token(1) + " and " + TestVendor.token(2) + "\"}");

        assertThat(failure(http().get("/things").returningText()).serverMessage())
                .hasValue("*** and ***");
    }

    @Test
    void anEchoedPathParameterThatIsASecretIsMaskedInEveryEncoding() {
        String secret = TestVendor.LEAK + "/+ x";
        answer(
                404,
                "{\"message\":\"No " + secret + ", no LEAK7Q4Z%2F%2B%20x, no LEAK7Q4Z%2F%2B+x.\"," + "\"errors\":{\""
                        + secret + "\":[\"" + secret + "\"]}}");

        ApiException thrown = failure(
                http().get("/tokens/{token}", secret).mask(secret).anonymous().returningText());

        assertThat(thrown.serverMessage()).hasValue("No ***, no ***, no ***.");
    }

    @Test
    void anEchoedSecretOfAFormIsMaskedAlsoInFieldErrors() {
        String password = TestVendor.LEAK + "-pw";
        answer(422, "{\"message\":\"" + password + "\",\"errors\":{\"email\":[\"" + password + " is short\"]}}");

        BadRequestException thrown = (BadRequestException) failure(
                http().post("/x").secretForm("password", password).anonymous().returningText());

        assertThat(thrown.serverMessage()).hasValue("***");
        assertThat(thrown.fieldErrors()).isEqualTo(Map.of("email", List.of("*** is short")));
        assertThat(thrown.rawBody()).isEmpty();
    }

    @Test
    void anEchoedValueOfSecretJsonIsMasked() {
        String password = TestVendor.LEAK + "-pw";
        answer(422, "{\"message\":\"Not '" + password + "' or 471100, says 'ja'.\"}");

        ApiException thrown = failure(http().post("/x")
                .json("{\"a\":[{\"password\":\"" + password
                        + "\",\"pin\":471100,\"lang\":\"ja\",\"x\":true,\"y\":null}]}")
                .secret()
                .anonymous()
                .returningText());

        assertThat(thrown.serverMessage()).hasValue("Not '***' or ***, says 'ja'.");
        assertThat(thrown.rawBody()).isEmpty();
    }

    @Test
    void aSecretAnswerKeepsNoBodyAndMasksOnlyWhatIsNamed() {
        String password = TestVendor.LEAK + "-pw";
        answer(404, "{\"message\":\"User jane has no password '" + password + "'\"}");

        ApiException thrown = failure(http().post("/x")
                .json("{\"login\":\"jane\",\"password\":\"" + password + "\"}")
                .secretAnswer()
                .mask(password)
                .anonymous()
                .returningText());

        assertThat(thrown.serverMessage()).hasValue("User jane has no password '***'");
        assertThat(thrown.rawBody()).isEmpty();
    }

    @Test
    void whatIsSecretAsAWholeStaysSo() {
        answer(404, "{\"message\":\"User jane-doe\"}");

        ApiException thrown = failure(http().post("/x")
                .json("{\"login\":\"jane-doe\"}")
                .secret()
                .secretAnswer()
                .anonymous()
                .returningText());

        assertThat(thrown.serverMessage()).hasValue("User ***");
    }

    @Test
    void aRedirectIsNotFollowedAndOnlyItsOriginIsTold() {
        answer(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "https://elsewhere.example.com/login?ticket=" + TestVendor.LEAK));

        ApiException thrown = failure(http().get("/things").returningText());

        assertThat(thrown)
                .isInstanceOf(RedirectException.class)
                .hasMessageContaining("https://elsewhere.example.com:443,")
                .hasMessageContaining("base URL")
                .hasMessageNotContaining(TestVendor.LEAK);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aHostThatSpellsTheTokenIsNotTold() {
        String token = TestVendor.token(1);
        String password = TestVendor.LEAK + "-pä";
        answer(new MockResponse.Builder().code(302).addHeader("Location", "https://" + token + ".example.com/"));
        answer(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "https://" + password.replace("ä", "%C3%A4") + ".example.com/"));

        HttpApi http = http();
        ApiException ofToken = failure(http.get("/things").returningText());
        ApiException ofPassword = failure(
                http.post("/x").secretForm("password", password).anonymous().returningText());

        assertThat(ofToken).hasMessageContaining("https://***.example.com:443,");
        assertThat(ofPassword).hasMessageContaining("redirects to another host,");
    }

    @Test
    void aTypeThatSpellsTheTokenIsNotTold() {
        answer(new MockResponse.Builder()
                .addHeader("Content-Type", "text/" + TestVendor.token(1))
                .body("hello"));

        ApiException thrown = failure(http().get("/things").returning(Json.STRING));

        assertThat(thrown).hasMessageContaining("no JSON but text/*** of 5 bytes");
    }

    @Test
    void valuesInABodyThatTheUserDescribesAreMaskedToo() {
        answer(400, "{\"message\":\"No hook-secret-1 for acme\"}");
        answer(400, "{\"message\":\"No hook-secret-2 for acme\"}");

        HttpApi http = http();
        ApiException ofJson = failure(http.request("POST", "/hooks")
                .json("{\"hook\":{\"key\":\"hook-secret-1\"},\"for\":\"acme\"}")
                .anonymous()
                .returningText());
        ApiException ofForm = failure(http.request("POST", "/hooks")
                .form("key", "hook-secret-2")
                .form("for", "acme")
                .anonymous()
                .returningText());

        assertThat(ofJson.serverMessage()).hasValue("No *** for acme");
        assertThat(ofForm.serverMessage()).hasValue("No *** for acme");
    }

    @Test
    void saysHowLongTheServerAsksToWait() {
        answer(new MockResponse.Builder().code(429).addHeader("Retry-After", "120"));
        answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"));

        HttpApi http = http();
        RateLimitedException limited = (RateLimitedException)
                failure(http.get("/x").anonymous().returningText().withoutRetries());
        ServerErrorException down = (ServerErrorException)
                failure(http.get("/x").anonymous().returningText().withoutRetries());

        assertThat(limited.retryAfter()).hasValue(Duration.ofMinutes(2));
        assertThat(down.retryAfter()).hasValue(Duration.ZERO);
    }

    private ApiCall<String> call() {
        return http().post("/things").anonymous().returningText();
    }

    private static ApiException failure(ApiCall<?> call) {
        return catchThrowableOfType(ApiException.class, call::execute);
    }
}
