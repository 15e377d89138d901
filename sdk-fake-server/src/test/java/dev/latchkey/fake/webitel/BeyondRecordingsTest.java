package dev.latchkey.fake.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.testsupport.RecordedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sends what a real server was sent, in the order of one run, and holds the answers against its own. What that run did between
 * the recordings is done here by hand, where it left a trace.
 */
class BeyondRecordingsTest {
    private static final String ROOT = "root";
    private static final String ADMIN = "200@north.example";
    private static final String USER = "100@north.example";
    private static final String MADE_BY_THE_RUN = "110@north.example";

    /** Whose session a recorded key belongs to. */
    private static final Map<String, String> USER_OF_KEY = Map.of(
            "904933e0-30c5-48d3-95fb-d80f17bbd318", ROOT,
            "e0d37185-28e2-4562-85e1-73d5302c8d90", ADMIN,
            "1e485592-c3e7-45f5-a617-434a4849a7ed", USER,
            "e1b82707-c691-466a-8e27-e224b78bf1a3", MADE_BY_THE_RUN);

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.([\\w-]+)\\.[\\w-]*");
    private static final Pattern KEY = Pattern.compile("[A-Z2-7]{52}");
    private static final Pattern CODE = Pattern.compile("code=\\d{6}");
    private static final Pattern CHANCE =
            Pattern.compile("\"(createdOn|expires)\":\\d+|\"name\":\"(Ann|Bo|Eva|Liv|\\d+)\"");
    private static final Instant TOMORROW = Instant.ofEpochMilli(1796094987236L);
    private static final String DAY_AFTER = "1796181387236";

    @Tested
    final FakeWebitel fake = FakeWebitel.empty();

    private final Client client = new Client(fake);
    private final Map<String, TokenPair> sessions = new HashMap<>();
    private final Map<String, String> uuidOfRecorded = new HashMap<>();
    private final Map<String, String> tokenOfRecorded = new HashMap<>();

    @BeforeEach
    void arrange() {
        fake.settings().answers(WebitelAnswers.OBSERVED);
        add(ROOT, 2, "root");
        add(USER, 0, "user");
        add("101@north.example", 0, "user");
        add(ADMIN, 1, "admin");
        add("400@north.example", -1, "shift-lead");
        add("300@south.example", 1, "admin");
    }

    @Test
    void theFakeAnswersAsTheRecordedServerDidInThisOrder() throws Exception {
        List<RecordedExchange> recordings = RecordedExchange.beyond("webitel");
        for (RecordedExchange recording : recordings) {
            if (recording.response().isAnswered()) {
                replay(recording);
            } else {
                assertThatThrownBy(() -> send(recording)).isInstanceOf(IOException.class);
                assertThat(fake.journal().toString())
                        .endsWith("no answer [a list without columns ends the process of the server, executed]");
            }
        }
        assertThat(recordings).hasSizeGreaterThanOrEqualTo(31);
    }

    private void replay(RecordedExchange recording) throws IOException {
        fake.clock().set(date(recording));
        beforehand(recording);

        Answer answer = send(recording);

        assertThat(answer.status())
                .as(recording.name())
                .isEqualTo(recording.response().status());
        assertThat(withoutChance(answer.body()))
                .as(recording.name())
                .isEqualTo(withoutChance(recording.response().body().trim()));
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.header("Location")).isNull();
        remember(recording, answer);
    }

    private void add(String username, int role, String roleName) {
        fake.addUser(FakeUser.builder(username, "secret").role(role, roleName).build());
    }

    /** What the run did before this recording, and did not keep. */
    private void beforehand(RecordedExchange recording) throws IOException {
        switch (recording.name()) {
            case "020_token_create_role_root" -> {
                makeToken(ROOT, DAY_AFTER, "admin");
                makeToken(ADMIN, "\"2027-06-01T00:00:00Z\"", "user");
                makeToken(ADMIN, "\"" + TOMORROW.toEpochMilli() + "\"", "user");
                makeToken(ADMIN, "" + TOMORROW.toEpochMilli(), "night-watch");
            }
            case "026_token_list" -> makeToken(ADMIN, "" + TOMORROW.toEpochMilli(), "user");
            case "072_role_update" ->
                fake.addRole("reader", null, Map.of("account", List.of("r")))
                        .addRole("reader", null, Map.of("cdr", List.of("r")));
            case "132_account_password" -> sessions.put(MADE_BY_THE_RUN, fake.logIn(MADE_BY_THE_RUN));
            default -> {}
        }
    }

    private void makeToken(String maker, String expire, String role) throws IOException {
        TokenPair pair = session(maker);
        client.postJson(
                "/api/v2/domains/north.example/settings/token",
                "{\"expire\":" + expire + ",\"role\":\"" + role + "\"}",
                "X-Access-Token",
                pair.token(),
                "X-Key",
                pair.key());
    }

    private Answer send(RecordedExchange recording) throws IOException {
        String target = replacedUuids(recording.target());
        if (CODE.matcher(target).find()) {
            target = CODE.matcher(target).replaceAll("code=" + fake.oneTimePassword());
        }
        RequestBody body = recording.requestBody().isEmpty()
                ? null
                : RequestBody.create(recording.requestBody(), MediaType.get("application/json"));
        return client.send(recording.method(), target, body, authorization(recording.requestHeaders()));
    }

    private String[] authorization(Headers recorded) {
        String key = recorded.get("X-Key");
        if (key == null) {
            String id = (String) payload(recorded.get("X-Access-Token")).get("id");
            return new String[] {"X-Access-Token", tokenOfRecorded.get(id)};
        }
        TokenPair pair = session(USER_OF_KEY.get(key));
        return new String[] {"X-Access-Token", pair.token(), "X-Key", pair.key()};
    }

    private TokenPair session(String username) {
        return sessions.computeIfAbsent(username, fake::logIn);
    }

    private void remember(RecordedExchange recording, Answer answer) {
        if (recording.name().contains("token_create") && answer.status() == 200) {
            Map<String, Object> recorded = info(recording.response().body());
            Map<String, Object> faked = info(answer.body());
            String id = (String) Json.asObject(recorded.get("data")).get("uuid");
            uuidOfRecorded.put(id, (String) Json.asObject(faked.get("data")).get("uuid"));
            tokenOfRecorded.put(id, (String) faked.get("token"));
        }
    }

    private static Map<String, Object> info(String body) {
        return Json.asObject(Json.asObject(Json.parse(body)).get("info"));
    }

    private String replacedUuids(String target) {
        return UUID.matcher(target).replaceAll(uuid -> uuidOfRecorded.getOrDefault(uuid.group(), uuid.group()));
    }

    /** Ids, keys and times of the run blank; tokens open. */
    private static String withoutChance(String body) {
        String opened = JWT.matcher(body)
                .replaceAll(token -> Matcher.quoteReplacement(
                        Json.text(payload(token.group())).replace('"', '\'')));
        String noIds = UUID.matcher(opened).replaceAll("(uuid)");
        return CHANCE.matcher(KEY.matcher(noIds).replaceAll("(key)"))
                .replaceAll(found -> found.group(1) == null ? "\"name\":(name)" : "\"" + found.group(1) + "\":(time)");
    }

    private static Map<String, Object> payload(String token) {
        String json = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return Json.asObject(Json.parse(json));
    }

    private static Instant date(RecordedExchange recording) {
        List<String> dates = new ArrayList<>(recording
                .response()
                .headers()
                .lines()
                .filter(line -> line.startsWith("Date: "))
                .toList());
        return ZonedDateTime.parse(dates.get(0).substring("Date: ".length()), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}
