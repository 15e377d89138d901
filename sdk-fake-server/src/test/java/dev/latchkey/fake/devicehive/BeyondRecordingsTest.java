package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.RecordedExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/**
 * Sends, in order, what a real server 4.1.0 was asked of users, networks and device types, and holds the answers against its own.
 * Steps between them that were not kept are made up for.
 */
class BeyondRecordingsTest {
    private static final String PASSWORD = "dhadmin_#911";
    private static final Pattern LOGIN = Pattern.compile("\"login\": \"([^\"]*)");
    private static final List<RecordedExchange> RUN = RecordedExchange.beyond("devicehive");

    /** Steps of the run that change something and have no recording here, by the number of the one that they come before. */
    private static final Map<String, Step> BETWEEN = Map.of(
            "050", Step.of("client_a", "PUT", "/user/current", "{\"introReviewed\": \"no\"}"),
            "085",
                    Step.of("dhadmin", "POST", "/user", user("eva", 0))
                            .then(Step.of("dhadmin", "POST", "/user", user("ida", 1)))
                            .then(Step.of("dhadmin", "POST", "/user", user("ANN", 1))));

    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.empty();

    private final Client client = new Client(fake);
    private final Replay replay = new Replay(fake, client);

    @Test
    void theFakeAnswersTheWholeRunAsTheRecordedServerDid() throws Exception {
        arrangeAsAtTheStart();
        for (RecordedExchange recording : RUN) {
            Step between = BETWEEN.get(recording.name().substring(0, 3));
            if (between != null) {
                take(between);
            }
            if (recording.response().isAnswered()) {
                fake.clock().freeze().set(Replay.date(recording));
                requireSame(recording, replay.send(recording));
            } else {
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> replay.send(recording));
                assertThat(fake.journal().toString()).contains("[the server never answers: ");
            }
        }
        assertThat(RUN).hasSizeGreaterThanOrEqualTo(53);
    }

    private void arrangeAsAtTheStart() {
        fake.addUser(FakeUser.admin("dhadmin", PASSWORD)
                        .id(1)
                        .lastLogin(Instant.parse("2026-11-30T03:17:48.878Z"))
                        .build())
                .addUser(FakeUser.client("client_a", PASSWORD)
                        .id(10)
                        .networks(1, 2)
                        .deviceTypes(1, 3)
                        .lastLogin(Instant.parse("2026-11-30T03:17:48.922Z"))
                        .build())
                .addUser(FakeUser.client("client_b", PASSWORD)
                        .lastLogin(Instant.parse("2026-11-30T03:17:48.971Z"))
                        .build())
                .addUser(FakeUser.client("locked", PASSWORD)
                        .status(UserStatus.LOCKED_OUT)
                        .build())
                .addUser(FakeUser.client("disabled", PASSWORD)
                        .status(UserStatus.DISABLED)
                        .build())
                .addUser(FakeUser.client("lockme", PASSWORD)
                        .lastLogin(Instant.parse("2026-11-30T03:10:00.336Z"))
                        .build())
                .addNetwork(new FakeNetwork(2, "north", "north hall"));
    }

    private void take(Step step) throws IOException {
        if (!step.isRecorded()) {
            send(step);
        }
        if (step.next() != null) {
            take(step.next());
        }
    }

    private void send(Step step) throws IOException {
        String token = fake.logIn(step.user()).accessToken();
        Answer answer = client.sendTo(
                fake.deviceApiUrl() + step.path(),
                step.method(),
                RequestBody.create(step.body(), MediaType.get("application/json")),
                "Authorization",
                "Bearer " + token);
        assertThat(answer.status()).isBetween(200, 299);
    }

    private static void requireSame(RecordedExchange recording, Answer answer) {
        String recorded = recording.response().body().trim();
        assertThat(answer.status())
                .as(recording.name())
                .isEqualTo(recording.response().status());
        assertThat(Replay.headers(answer.headers())).as(recording.name()).isEqualTo(Replay.headers(recording));
        assertThat(tree(recording, answer.body())).as(recording.name()).isEqualTo(tree(recording, recorded));
    }

    /** Without what differs from server to server; lists without an order as sets. */
    private static Object tree(RecordedExchange recording, String body) {
        if (body.isEmpty()) {
            return "";
        }
        String comparable = body.replaceFirst("(\"serverTimestamp\":\"[^\"]{19})\\.\\d{3}", "$1")
                .replaceFirst("127\\.0\\.0\\.1:\\d+", "host");
        Object tree = JsonTree.parse(comparable);
        return tree instanceof Collection<?> list && !recording.target().contains("sortField")
                ? new HashSet<>(list)
                : tree;
    }

    private static String user(String login, int role) {
        return "{\"login\": \"" + login + "\", \"role\": " + role + ", \"password\": \"s3cret-pw\"}";
    }

    private record Step(String user, String method, String path, String body, Step next) {
        static Step of(String user, String method, String path, String body) {
            return new Step(user, method, path, body, null);
        }

        /** Whether the run has it, so that it is not to be made up for. */
        boolean isRecorded() {
            return RUN.stream()
                    .filter(recording -> recording.method().equals(method))
                    .filter(recording -> recording.target().endsWith("/rest" + path))
                    .filter(recording -> recording.response().status() / 100 == 2)
                    .anyMatch(recording -> login(recording.requestBody()).equals(login(body)));
        }

        private static String login(String json) {
            Matcher login = LOGIN.matcher(json);
            return login.find() ? login.group(1) : json;
        }

        Step then(Step last) {
            return new Step(user, method, path, body, next == null ? last : next.then(last));
        }
    }
}
