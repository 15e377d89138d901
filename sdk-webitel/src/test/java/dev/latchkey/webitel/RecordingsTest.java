package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.Recording;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Answers that the real server gave, each as the answer to the operation that its name tells. What they mean is read off the
 * recording itself, so that one which is added is tried without a change here.
 */
class RecordingsTest {
    private static final String SESSION = "{\"token\":\"session-token\",\"key\":\"session-key\"}";

    @TestFactory
    Stream<DynamicTest> eachDecodesToWhatItMeans() {
        return Recording.all("webitel").stream()
                .map(recording -> dynamicTest(recording.name(), () -> replay(recording)));
    }

    @Test
    void allRecordingsAreThere() {
        assertThat(Recording.all("webitel")).hasSizeGreaterThanOrEqualTo(13);
    }

    private static void replay(Recording recording) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Answers(recording));
            server.start();
            try (WebitelClient client = WebitelClient.builder()
                    .baseUrl(server.url("/").toString())
                    .credentials("100@mydomain.com", Marked.PASSWORD)
                    .build()) {
                check(recording, client);
            }
        }
    }

    private static void check(Recording recording, WebitelClient client) {
        Map<?, ?> said = (Map<?, ?>) JsonTree.parse(recording.body());
        if (recording.status() == 200) {
            check(recording, call(recording, client).execute(), said);
            return;
        }
        ApiException e = assertThrows(
                expected(recording.status()), () -> call(recording, client).execute());
        assertThat(e.status()).hasValue(recording.status());
        assertThat(e.serverMessage())
                .hasValue(Objects.toString(said.get("info") == null ? said.get("message") : said.get("info")));
        assertThat(e.code()).isEmpty();
        assertThat(new WebitelTokens(null).rejects(e)).isEqualTo(recording.status() == 401);
    }

    private static ApiCall<?> call(Recording recording, WebitelClient client) {
        if (isLogin(recording)) {
            return client.auth().login("100@mydomain.com", Marked.PASSWORD);
        }
        return recording.situation().startsWith("logout")
                ? client.auth().logout("token", "key")
                : client.request("GET", "/api/v2/whoami").returningText();
    }

    private static void check(Recording recording, Object value, Map<?, ?> said) {
        if (value instanceof LoginAnswer login) {
            checkLogin(login, said);
        } else if (value instanceof Confirmation confirmation) {
            assertThat(confirmation)
                    .isEqualTo(new Confirmation((String) said.get("status"), (String) said.get("info")));
        } else {
            assertThat(value).isEqualTo(recording.body());
        }
    }

    private static void checkLogin(LoginAnswer login, Map<?, ?> said) {
        UserProfile profile = login.profile();
        CdrServer cdr = Objects.requireNonNull(profile.cdr());
        assertThat(login.token()).isEqualTo(said.get("token"));
        assertThat(login.key()).isEqualTo(said.get("key"));
        assertThat(JsonTree.of(Objects.requireNonNull(login.expires()).toEpochMilli()))
                .isEqualTo(said.get("expires"));
        assertThat(login.expires())
                .isBetween(Instant.parse("2027-03-01T00:00:00Z"), Instant.parse("2027-03-04T00:00:00Z"));
        assertThat(profile.username()).isEqualTo(said.get("username"));
        assertThat(profile.domain()).isEqualTo(said.get("domain"));
        assertThat(JsonTree.of(Objects.requireNonNull(profile.role()).number())).isEqualTo(said.get("role"));
        assertThat(profile.roleName()).isEqualTo(said.get("roleName"));
        assertThat(JsonTree.of(profile.acl().rights())).isEqualTo(said.get("acl"));
        assertThat(JsonTree.object("host", cdr.host(), "useProxy", cdr.useProxy()))
                .isEqualTo(said.get("cdr"));
        assertThat(profile.verto()).isEqualTo(said.get("verto"));
    }

    private static Class<? extends ApiException> expected(int status) {
        return switch (status) {
            case 301 -> MfaRequiredException.class;
            case 400 -> BadRequestException.class;
            case 401 -> UnauthorizedException.class;
            case 403 -> ForbiddenException.class;
            case 404 -> NotFoundException.class;
            default -> throw new AssertionError("say here what status " + status + " means");
        };
    }

    private static boolean isLogin(Recording recording) {
        return recording.situation().startsWith("login");
    }

    /** The recording; but a session that needs tokens for it gets some. */
    private static final class Answers extends Dispatcher {
        private final Recording recording;

        Answers(Recording recording) {
            this.recording = recording;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            boolean forSession = request.getTarget().equals("/login") && !isLogin(recording);
            return forSession ? new MockResponse.Builder().body(SESSION).build() : recording.replay();
        }
    }
}
