package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.testsupport.RecordedExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends the requests that a real server 4.1.0 was sent, and holds the answers against its own. */
class RecordingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/latchkey/fake/devicehive");
    private static final String PASSWORD = "dhadmin_#911";
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern END = Pattern.compile("\"e\":(\\d+)");
    private static final Pattern TIMESTAMP = Pattern.compile("(\"timestamp\":\"[^\"]{19})\\.\\d{3}\"");
    private static final Pattern LIFETIMES =
            Pattern.compile("access-token-max-age=(\\d+)000 .*refresh-token-max-age=(\\d+)000|\\((\\d+) s/(\\d+) s\\)");
    private static final Pattern ATTEMPT = Pattern.compile("lockout_attempt_(\\d+)");
    private static final int LOCKED = 10;

    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.empty();

    private final Client client = new Client(fake);
    private final Replay replay = new Replay(fake, client);

    static List<RecordedExchange> recordings() {
        return Stream.of("auth-recordings", "frontend-recordings")
                .flatMap(folder -> RecordedExchange.all(FOLDER.resolve(folder)).stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void theFakeAnswersAsTheRecordedServerDid(RecordedExchange recording) throws Exception {
        arrangeUsersAndPlugins();
        arrangeWhatTheNameAndTheCommentSay(recording);

        Answer answer = replay.send(recording);

        assertThat(answer.status()).isEqualTo(recording.response().status());
        assertThat(Replay.headers(answer.headers())).isEqualTo(Replay.headers(recording));
        String recorded = recording.response().body().trim();
        assertThat(withoutChance(answer.body())).isEqualTo(withoutChance(recorded));
        assertThat(ends(answer.body()))
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1500 ? 0 : 1)
                .isEqualTo(ends(recorded));
    }

    @Test
    void allRecordingsAreTried() {
        assertThat(recordings()).hasSizeGreaterThanOrEqualTo(54);
        assertThat(recordings())
                .anyMatch(recording -> !ends(recording.response().body()).isEmpty());
    }

    private void arrangeUsersAndPlugins() {
        fake.addUser(FakeUser.admin("dhadmin", PASSWORD).id(1).build())
                .addUser(FakeUser.client("client_a", PASSWORD)
                        .id(10)
                        .networks(1, 2)
                        .deviceTypes(1, 3)
                        .build())
                .addUser(FakeUser.client("client_b", PASSWORD).build())
                .addUser(FakeUser.client("lockme", PASSWORD).build())
                .addUser(FakeUser.client("disabled", PASSWORD)
                        .status(UserStatus.DISABLED)
                        .build())
                .addPlugin(new FakePlugin("plugin_topic_aaaa", "dhadmin"))
                .addPlugin(new FakePlugin("plugin_topic_bbbb", "client_a"))
                .addNetwork(new FakeNetwork(2, "north", "north hall"));
        fake.settings().deviceApi(true);
    }

    private void arrangeWhatTheNameAndTheCommentSay(RecordedExchange recording) throws IOException {
        Matcher lifetimes = LIFETIMES.matcher(recording.comment());
        if (lifetimes.find()) {
            boolean options = lifetimes.group(1) != null;
            fake.settings()
                    .accessTokenLifetime(seconds(lifetimes.group(options ? 1 : 3)))
                    .refreshTokenLifetime(seconds(lifetimes.group(options ? 2 : 4)));
        }
        fake.settings().pluginAuthenticationBroken(!recording.comment().contains("cache"));
        Matcher attempt = ATTEMPT.matcher(recording.name());
        int before = attempt.find() ? Integer.parseInt(attempt.group(1)) - 1 : 0;
        for (int i = 0; i < (recording.name().contains("lockout_then") ? LOCKED : before); i++) {
            client.postJson("/token", "{\"login\": \"lockme\", \"password\": \"bad\"}");
        }
        fake.clock().freeze().set(Replay.date(recording));
    }

    /** Tokens open, without signatures; ends and fractions of seconds blank. */
    private static String withoutChance(String body) {
        String opened = Replay.replaced(
                TOKEN,
                body,
                token -> header(token.group())
                        + END.matcher(Replay.claims(token.group())).replaceAll("\"e\":~"));
        return TIMESTAMP.matcher(opened).replaceAll("$1.~\"");
    }

    /** When the tokens in a body end, in milliseconds. */
    private static List<Long> ends(String body) {
        return TOKEN.matcher(body)
                .results()
                .flatMap(token -> END.matcher(Replay.claims(token.group())).results())
                .map(end -> Long.valueOf(end.group(1)))
                .toList();
    }

    private static String header(String token) {
        return Replay.decoded(token.split("\\.", -1)[0]);
    }

    private static Duration seconds(String number) {
        return Duration.ofSeconds(Long.parseLong(number));
    }
}
