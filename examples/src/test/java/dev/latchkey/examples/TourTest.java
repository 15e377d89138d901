package dev.latchkey.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Fault;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.FakeWebitel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TourTest {
    private static final String PASSWORD = "foreign-pass-word";

    @Fake
    final FakeControlByWeb foreign = FakeControlByWeb.withUser("joe", PASSWORD);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theFakesTellTheWholeStory() {
        assertThat(run(Map.of(), "", false)).isZero();

        assertThat(story())
                .contains("ControlByWeb.Cloud, a fake on loopback")
                .contains("jane of account 1234 (Xytronix Research & Design) has 22 permissions, and may add users")
                .contains("0 tokens, then 1, then 0")
                .contains("found by listing before and after, and gone again")
                .contains("the token had expired; the call went on without noticing")
                .contains("2 x GET /v1/accounts/{AccountId}/tokens -> 503")
                .contains("50 calls succeeded with exactly one renewal")
                .contains("the new password logs in, the old one is refused: invalid_grant")
                .contains("the server has ended the session")
                .contains("fails with SessionExpiredException: GET /v1/accounts/{AccountId}/tokens")
                .contains("Cybus Connectware, a fake on loopback")
                .contains("jane has the role operator")
                .contains("250 users, each page asked for once")
                .contains("2 x GET /api/session -> 503")
                .contains("the server asked for a one-time password, and the client answered by itself")
                .contains("iot.device.0123456 was locked out, then pending, then granted")
                .contains("fails with SessionExpiredException: GET /api/session")
                .contains("Webitel, a fake on loopback")
                .contains("100@mydomain.com is user, may make calls, and has the rights [ro] to call records")
                .contains("the client logged in again, and the call went on without noticing")
                .contains("2 x GET /api/v2/whoami -> 503")
                .contains("50 calls succeeded with exactly one login")
                .contains("An administrator of the domain makes and disables static domain tokens.")
                .contains("fails with SessionExpiredException: GET /api/v2/whoami")
                .contains("DeviceHive, a fake on loopback")
                .contains("user 10 with [GetDevice, CreateDeviceNotification] in networks [1], until ")
                .contains("refused before anything is sent: No action is given")
                .contains("the refresh token had expired, too: one login, and the call went on")
                .contains("the server says that it is plugin_topic_of_jane with [GetDeviceNotification]")
                .contains("the device's token reaches [north], and not jane's networks")
                .contains("2 x GET /token/plugin/authenticate -> 503")
                .contains("the server has no logout and accepts them until they expire")
                .contains("fails with SessionExpiredException: POST /token/create")
                .contains("All as expected: 40 steps")
                .doesNotContain("DIFFERS", "left out", "\u001b");
    }

    @Test
    void aForeignServerIsSparedWhatOnlyAFakeCanDo() {
        assertThat(run(Map.of("CONTROLBYWEB_PASSWORD", PASSWORD), "", false, target()))
                .isZero();

        assertThat(story())
                .contains("ControlByWeb.Cloud, " + foreign.baseUrl())
                .contains("A day passes: left out, since only a fake can do it")
                .contains("All as expected: 4 steps, 4 left out")
                .doesNotContain(PASSWORD);
        assertThat(foreign.certificateRequestTokens(1234)).isEmpty();
        assertThat(foreign.journal().count("POST", "/v1/auth/logout")).isEqualTo(1);
    }

    @Test
    void aForeignDeviceHiveIsVisitedAlone() {
        try (FakeDeviceHive hive = FakeDeviceHive.withClient("joe", PASSWORD)) {
            assertThat(run(
                            Map.of("DEVICEHIVE_PASSWORD", PASSWORD),
                            "",
                            false,
                            "--devicehive-url",
                            hive.baseUrl(),
                            "--devicehive-user",
                            "joe"))
                    .isZero();

            assertThat(story())
                    .contains("DeviceHive, " + hive.baseUrl())
                    .contains("Half a year passes: left out, since only a fake can do it")
                    .contains("All as expected: 5 steps, 6 left out")
                    .doesNotContain(PASSWORD, "ControlByWeb");
        }
    }

    @Test
    void aForeignConnectwareIsVisitedAlone() {
        try (FakeConnectware connectware = FakeConnectware.withAdmin("joe", PASSWORD)) {
            assertThat(run(
                            Map.of("CONNECTWARE_PASSWORD", PASSWORD),
                            "",
                            false,
                            "--connectware-url",
                            connectware.baseUrl(),
                            "--connectware-user",
                            "joe"))
                    .isZero();

            assertThat(story())
                    .contains("Cybus Connectware, " + connectware.baseUrl())
                    .contains("Twelve hours pass: left out, since only a fake can do it")
                    .contains("All as expected: 4 steps, 8 left out")
                    .doesNotContain(PASSWORD);
            assertThat(connectware.users().names()).containsExactly("joe");
        }
    }

    @Test
    void aForeignWebitelIsVisitedAlone() {
        try (FakeWebitel webitel = FakeWebitel.withUser("9@example.com", PASSWORD)) {
            assertThat(run(
                            Map.of("WEBITEL_PASSWORD", PASSWORD),
                            "",
                            false,
                            "--webitel-url",
                            webitel.baseUrl(),
                            "--webitel-user",
                            "9@example.com"))
                    .isZero();

            assertThat(story())
                    .contains("Webitel, " + webitel.baseUrl())
                    .contains("100 days pass: left out, since only a fake can do it")
                    .contains("All as expected: 4 steps, 4 left out")
                    .doesNotContain(PASSWORD);
            assertThat(webitel.liveSessions()).isZero();
        }
    }

    @Test
    void thePasswordMayComeFromTheStandardInput() {
        assertThat(run(Map.of(), PASSWORD + "\n", false, target())).isZero();
    }

    @Test
    void aRefusedLoginEndsTheTourWithAnError() {
        assertThat(run(Map.of("CONTROLBYWEB_PASSWORD", "wrong-pass-word"), "", false, target()))
                .isEqualTo(1);

        assertThat(story())
                .contains("DIFFERS: unexpected dev.latchkey.core.SessionExpiredException")
                .contains("invalid_grant")
                .contains("Something differed, see above: 1 steps")
                .doesNotContain("wrong-pass-word");
    }

    @Test
    void whatDiffersIsShownBesideWhatWasExpected() {
        foreign.faults()
                .on("DELETE", "/v1/accounts/{AccountId}/tokens/{Token}")
                .next(Fault.status(200).json("{\"message\":\"success\"}"));

        assertThat(run(Map.of("CONTROLBYWEB_PASSWORD", PASSWORD), "", false, target()))
                .isEqualTo(1);

        assertThat(story().lines().map(String::strip))
                .containsSubsequence("DIFFERS: tokens after the deletion", "expected: 0", "actual:   1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--controlbyweb-url http://127.0.0.1:1/api",
                "--controlbyweb-user joe",
                "--controlbyweb-url",
                "--controlbyweb-url http://127.0.0.1:1/api --controlbyweb-user joe",
                "--controlbyweb-password hush",
                "--devicehive-url http://127.0.0.1:1/auth/rest",
                "--connectware-url http://127.0.0.1:1",
                "--webitel-url http://127.0.0.1:1",
                "nonsense"
            })
    void wrongArgumentsAreExplained(String arguments) {
        assertThat(run(Map.of(), "", false, arguments.split(" "))).isEqualTo(2);

        assertThat(story()).contains("usage: ");
    }

    @Test
    void aTerminalGetsColour() {
        assertThat(run(Map.of(), "", true, "nonsense")).isEqualTo(2);

        assertThat(story()).contains("\u001b[31mWhat is nonsense?\u001b[0m");
    }

    private int run(Map<String, String> environment, String input, boolean isColoured, String... args) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new Tour(environment, in, new PrintStream(out, true, StandardCharsets.UTF_8), isColoured).run(args);
    }

    private String[] target() {
        return new String[] {"--controlbyweb-url", foreign.baseUrl(), "--controlbyweb-user", "joe"};
    }

    private String story() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
