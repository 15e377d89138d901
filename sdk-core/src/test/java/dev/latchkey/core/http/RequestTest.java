package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest extends HttpTest {

    @Test
    void sendsTheSessionsTokenAndAsksForJson() throws Exception {
        answer(200, "hello");

        assertThat(http().get("/things/{id}", 5).returningText().execute()).isEqualTo("hello");

        RecordedRequest request = taken();
        assertThat(request.getRequestLine()).isEqualTo("GET /things/5 HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    }

    @Test
    void keepsThePathOfTheBaseUrl() throws Exception {
        answer(200);
        HttpApi http = http(builder().baseUrl(server.url("/api/v1/").toString()));

        http.get("/things").returningNothing().execute();

        assertThat(taken().getTarget()).isEqualTo("/api/v1/things");
        assertThat(http.baseUrl()).endsWith("/api/v1");
    }

    @Test
    void encodesAPathParameterAsOneSegment() throws Exception {
        answer(200);

        http().get("/things/{id}/parts", "a/b c?d#e%2e+ü;x").returningNothing().execute();

        assertThat(taken().getTarget()).isEqualTo("/things/a%2Fb%20c%3Fd%23e%252e%2B%C3%BC%3Bx/parts");
    }

    @Test
    void encodesQueryParametersAndTheirBrackets() throws Exception {
        answer(200);

        http().get("/things")
                .query("filter[name]", "a&b=c d")
                .query("absent", null)
                .query("id", List.of(1, 2))
                .returningNothing()
                .execute();

        assertThat(taken().getTarget()).isEqualTo("/things?filter%5Bname%5D=a%26b%3Dc%20d&id=1&id=2");
    }

    @Test
    void refusesHalfACharacterInAQueryAndInAForm() {
        HttpApi http = http();
        String cut = "LEAK7Q4Z\uD83D";

        assertThatThrownBy(() -> http.get("/things").query("name", cut))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The parameter name holds half a character, at position 8 of 9. Look for where a text was"
                        + " cut.");
        assertThatThrownBy(() -> http.post("/token").secretForm("password", cut))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The field password holds half a character");
    }

    @Test
    void sendsAFormInCallOrder() throws Exception {
        answer(200);

        http().post("/token")
                .form("grant_type", "password")
                .form("absent", null)
                .secretForm("password", "p&s w+rd")
                .form("last", "1")
                .returningNothing()
                .execute();

        RecordedRequest request = taken();
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getBody().utf8()).isEqualTo("grant_type=password&password=p%26s+w%2Brd&last=1");
    }

    @Test
    void sendsJsonWithoutACharset() throws Exception {
        answer(200);

        http().put("/things")
                .json(Json.listOf(Json.STRING), List.of("ä"))
                .returningNothing()
                .execute();

        RecordedRequest request = taken();
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getBody().utf8()).isEqualTo("[\"ä\"]");
    }

    @Test
    void sendsABareJsonString() throws Exception {
        answer(200);

        http().post("/things").json(Json.STRING, "a\n\"b\"").returningNothing().execute();

        assertThat(taken().getBody().utf8()).isEqualTo("\"a\\n\\\"b\\\"\"");
    }

    @Test
    void aPostWithoutABodyHasZeroBytesAndNoType() throws Exception {
        answer(200);

        http().post("/things").returningNothing().execute();

        RecordedRequest request = taken();
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
        assertThat(request.getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void aDeleteHasNoBody() throws Exception {
        answer(204);

        http().delete("/things/{id}", 1).returningNothing().execute();

        assertThat(taken().getBodySize()).isZero();
    }

    @Test
    void anAnonymousCallCarriesNoTokenAndLogsNobodyIn() throws Exception {
        answer(200);

        http().post("/token").anonymous().returningNothing().execute();

        assertThat(taken().getHeaders().get("Authorization")).isNull();
        assertThat(vendor.logins).hasValue(0);
    }

    @Test
    void givenTokensAreSentInsteadOfTheSessions() throws Exception {
        answer(200);

        http().get("/things")
                .as(new Tokens("other", null, null))
                .returningNothing()
                .execute();

        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer other");
        assertThat(vendor.logins).hasValue(0);
    }

    @Test
    void aTokenThatIsHeldIsSentWhereOneIsWelcome() throws Exception {
        answer(200);
        answer(401);
        HttpApi http = http();
        Endpoint before = http.post("/second-step").repeat(Repeat.NEVER).tokenIfHeld();

        before.returningNothing().execute();
        assertThat(taken().getHeaders().get("Authorization")).isNull();
        assertThat(vendor.logins).hasValue(0);

        http.session().login().execute();
        ApiCall<String> after = http.get("/x").tokenIfHeld().returningText();
        assertThatThrownBy(after::execute).isInstanceOf(UnauthorizedException.class);
        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(vendor.logins).hasValue(1);
    }

    @Test
    void aHeaderOfTheCallReplacesThatOfTheEndpoint() throws Exception {
        answer(200);

        http().get("/things")
                .header("Accept", "text/csv")
                .returningNothing()
                .header("accept", "text/plain")
                .header("X-Trace", "7")
                .execute();

        RecordedRequest request = taken();
        assertThat(request.getHeaders().values("Accept")).containsExactly("text/plain");
        assertThat(request.getHeaders().get("X-Trace")).isEqualTo("7");
    }

    @Test
    void aCallMayBeExecutedAgain() throws Exception {
        answer(200, "1");
        answer(200, "2");
        var call = http().post("/things").json("{}").returningText();

        assertThat(call.execute()).isEqualTo("1");
        assertThat(call.execute()).isEqualTo("2");
        assertThat(taken().getBody().utf8()).isEqualTo(taken().getBody().utf8()).isEqualTo("{}");
    }

    @Test
    void anEndpointIsLimitedFurtherButNeverBeyondTheClient() {
        HttpApi http = http(builder().timeout(Duration.ofMillis(50)));
        answer(new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES));

        ApiCall<String> longer = http.get("/x").within(Duration.ofHours(1)).returningText();
        assertThatThrownBy(longer::execute)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("PT0.05S");

        answer(new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES));
        ApiCall<String> shorter = http.get("/x").within(Duration.ofMillis(20)).returningText();
        assertThatThrownBy(shorter::execute)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("PT0.02S");
        assertThatThrownBy(() -> http.get("/x").within(Duration.ZERO)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aFormAndJsonAreNoOneBody() {
        Endpoint endpoint = http().post("/things").form("a", "b");

        assertThatThrownBy(() -> endpoint.json("{}")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aGetHasNoBody() {
        Endpoint endpoint = http().get("/things");

        assertThatThrownBy(() -> endpoint.body(RequestBody.EMPTY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "", "GET ", "G@", "G[", "CONNECT", "TRACE"})
    void refusesAMethodThatCannotBeSent(String method) {
        HttpApi http = http();

        assertThatThrownBy(() -> http.request(method, "/things")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatAnEndpointAndACallPrintHoldsNoValues() {
        var call = http().get("/things/{id}", "secret-value").returningNothing();

        assertThat(call.toString()).isEqualTo("GET /things/{id}");
    }

    @Test
    void halfACharacterIsRefusedInJsonWhereverItStands() {
        Endpoint endpoint = http().post("/x");
        JsonAdapter<Map<String, String>> members = Json.mapOf(Json.STRING);

        assertThatThrownBy(() -> endpoint.json(members, Map.of("name", "secret\ud83d")))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContaining("half a character, at position 6 of 7")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> endpoint.json(members, Map.of("\udc00", "value")))
                .isExactlyInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> endpoint.json("{\"name\":\"\ud83d\"}"))
                .isExactlyInstanceOf(InvalidInputException.class)
                .hasMessageContaining("position 9 of 12");
        assertThatCode(() -> endpoint.json(members, Map.of("name", "whole \ud83d\ude00")))
                .doesNotThrowAnyException();
    }
}
