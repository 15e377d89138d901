package dev.latchkey.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client.Answer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as a child process, as tests in other languages use it. */
class MainTest {
    private final List<Process> children = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void endTheChildren() throws Exception {
        for (Process child : children) {
            child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void servesTheExampleWithItsControlEndpointsUntilItIsEnded() throws Exception {
        Process child = run("--port", "0");
        String url = baseUrl(child);
        try (TestServer any = new TestServer()) {
            Client client = new Client(any);
            Answer login = client.sendTo(
                    url + "/v1/auth/token",
                    "POST",
                    new okhttp3.FormBody.Builder()
                            .add("grant_type", "password")
                            .add("username", "admin")
                            .add("password", "secret")
                            .build());
            assertThat(login.members()).containsEntry("token_type", "Bearer");

            String control = url.replace("/api", "/__fake/");
            assertThat(client.sendTo(control + "journal", "GET", null).body())
                    .contains("POST", "/v1/auth/token")
                    .doesNotContain("secret\"");
            assertThat(client.sendTo(control + "mailbox", "GET", null).body()).isEqualTo("[]");
        }

        child.destroy();

        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void servesASeedOfItsOwnOnTheWantedPort() throws Exception {
        int port = freePort();
        Path seed = Files.writeString(
                folder.resolve("seed.json"),
                "{\"controlbyweb\":{\"users\":[{\"username\":\"jane\",\"password\":\"hers\"}]}}");

        Process child = run("--port", "0", "--controlbyweb-port", Integer.toString(port), "--seed", seed.toString());

        assertThat(baseUrl(child)).isEqualTo("http://127.0.0.1:" + port + "/api");
    }

    @Test
    void everyFakeHasALineAndAPort() throws Exception {
        Process child = run("--port", "0");

        try (BufferedReader out = child.inputReader()) {
            List<String> lines = out.lines().limit(Vendor.ALL.size()).toList();
            assertThat(lines)
                    .extracting(each -> each.substring(0, each.indexOf(' ')))
                    .isEqualTo(Vendor.ALL.stream().map(Vendor::name).toList());
            String line = lines.stream()
                    .filter(each -> each.startsWith("devicehive http://127.0.0.1:"))
                    .findFirst()
                    .orElseThrow();
            try (TestServer any = new TestServer()) {
                Answer login = new Client(any)
                        .sendTo(
                                line.substring("devicehive ".length()) + "/token",
                                "POST",
                                okhttp3.RequestBody.create(
                                        "{\"login\": \"admin\", \"password\": \"secret\"}",
                                        okhttp3.MediaType.get("application/json")));
                assertThat(login.status()).isEqualTo(201);
            }
        }
    }

    @Test
    void helpIsToldAndNothingStarted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(Main.run(new PrintStream(out, true, UTF_8), System.err, "--help"))
                .isZero();

        assertThat(out.toString(UTF_8))
                .contains("--controlbyweb-port", "--webitel-port", "--devicehive-port")
                .doesNotContain("http://");
    }

    @Test
    void wrongUseOfTheProgramItselfEndsWithStatus2() throws Exception {
        Process child = run("--bogus");

        assertThat(child.waitFor()).isEqualTo(2);
        assertThat(child.errorReader().lines()).containsExactly("there is no option --bogus", "Try --help.");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, --port needs a value",
        "--port=80, there is no option --port=80",
        "--controlbyweb-port 70000, '--controlbyweb-port needs a port, 0 to 65535'",
        "--seed /nowhere/seed.json, cannot read the seed file",
    })
    void wrongUseEndsWithStatus2AndSaysWhatIsWrong(String arguments, String message) {
        assertRefused(message, arguments.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"controlbyweb\":', seed: the text ends too early",
        "'[]', seed has to be a JSON object",
        "'{\"controlbywb\":{}}', 'seed has no member ''controlbywb''; known are [controlbyweb,'",
        "'{\"controlbyweb\":{\"users\":[{\"username\":\"jane\"}]}}', seed.controlbyweb.users[0].password is missing",
    })
    void aWrongSeedEndsWithStatus2AndNamesThePlace(String seed, String message) throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.json"), seed);

        assertRefused(message, "--port", "0", "--seed", file.toString());
    }

    @Test
    void aTakenPortEndsWithStatus2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused("port " + taken.getLocalPort(), "--port", Integer.toString(taken.getLocalPort()));
        }
    }

    private static void assertRefused(String message, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(message).endsWith("Try --help." + System.lineSeparator());
        assertThat(out.size()).isZero();
    }

    private static String baseUrl(Process child) throws IOException {
        try (BufferedReader out = child.inputReader()) {
            String line = out.readLine();
            assertThat(line).startsWith("controlbyweb http://127.0.0.1:");
            return line.substring("controlbyweb ".length());
        }
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "dev.latchkey.fake.Main"));
        command.addAll(List.of(arguments));
        Process child = new ProcessBuilder(command).start();
        children.add(child);
        return child;
    }

    /** Under a test of the module path the module path holds the libraries too. */
    static String classPath() {
        String modules = System.getProperty("jdk.module.path", "");
        return System.getProperty("java.class.path") + java.io.File.pathSeparator + modules;
    }

    /** Below those that systems give to whoever asks for any, as the tests beside this one do. */
    private static int freePort() {
        for (int port = 20_000; port < 30_000; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // It is in use.
            }
        }
        throw new AssertionError("no port is free");
    }
}
