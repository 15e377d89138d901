package dev.latchkey.reliability.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.connectware.FakeUser;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.webitel.FakeWebitel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a process still holds of its sessions, in all of its heap: reachable from a client, a thread, a static field or anything
 * else. Buffers that okio keeps for the next connection are excused.
 */
class MemoryTest {
    private static final String MARKER = "zq7latchkey";
    private static final String TOKENS = MARKER + "Tk";
    private static final String USER = "100@mydomain.com";
    private static final List<String> VENDORS = List.of("controlbyweb", "connectware", "webitel", "devicehive");
    private static final Map<String, String> LETTERS = Map.of("bare", "G", "built", "P", "given", "F", "pending", "M");
    private static final String POOLED = "okio/SegmentPool itself";
    private static final int LOOKS = 20;

    @TempDir
    private Path folder;

    private final List<FakeServer> fakes = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private Process child;
    private BufferedReader answers;
    private Writer orders;

    @BeforeEach
    void start() throws IOException {
        for (String kind : List.of("bare", "built")) {
            for (int vendor = 0; vendor < VENDORS.size(); vendor++) {
                open(kind, vendor);
            }
        }
        for (int vendor = 0; vendor < VENDORS.size(); vendor++) {
            open("given", vendor);
        }
        open("pending", VENDORS.indexOf("connectware"));
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MemoryProgram.class.getName()));
        words.addAll(arguments);
        child = new ProcessBuilder(words).redirectErrorStream(true).start();
        answers = child.inputReader(StandardCharsets.UTF_8);
        orders = child.outputWriter(StandardCharsets.UTF_8);
    }

    @AfterEach
    void end() throws Exception {
        orders.close();
        if (!child.waitFor(10, TimeUnit.SECONDS)) {
            child.destroyForcibly();
        }
        fakes.forEach(FakeServer::close);
    }

    private void open(String kind, int vendor) {
        String password = MARKER + LETTERS.get(kind) + vendor;
        FakeServer fake = switch (VENDORS.get(vendor)) {
            case "controlbyweb" -> {
                FakeControlByWeb made = FakeControlByWeb.withUser(USER, password);
                made.settings().secretMarker(TOKENS);
                yield made;
            }
            case "connectware" -> {
                FakeConnectware made =
                        kind.equals("pending") ? withSecondFactor(password) : FakeConnectware.withAdmin(USER, password);
                made.settings().secretMarker(TOKENS);
                yield made;
            }
            case "webitel" -> {
                FakeWebitel made = FakeWebitel.withUser(USER, password);
                made.settings().secretMarker(TOKENS);
                yield made;
            }
            default -> {
                FakeDeviceHive made = FakeDeviceHive.withAdmin(USER, password);
                made.settings().secretMarker(TOKENS);
                yield made;
            }
        };
        fakes.add(fake);
        arguments.add(String.join(
                ",",
                VENDORS.get(vendor),
                kind,
                fake.baseUrl(),
                USER,
                turned(password),
                turned(MARKER + "W" + vendor),
                turned(MARKER + "H" + vendor),
                turned(base32(MARKER + "K" + vendor))));
    }

    private static FakeConnectware withSecondFactor(String password) {
        FakeConnectware made = FakeConnectware.empty();
        made.users()
                .add(FakeUser.builder(USER)
                        .password(password)
                        .mfa(base32(MARKER + "-second"))
                        .build());
        return made;
    }

    /** As authenticators get it. */
    private static String base32(String text) {
        String bits = new BigInteger(1, text.getBytes(StandardCharsets.US_ASCII)).toString(2);
        String whole = "0".repeat(text.length() * Byte.SIZE - bits.length()) + bits;
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < whole.length(); at += 5) {
            String five = (whole.substring(at, Math.min(at + 5, whole.length())) + "0000").substring(0, 5);
            letters.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(Integer.parseInt(five, 2)));
        }
        return letters.toString();
    }

    @Test
    void nothingIsLeftOfASessionThatWasLoggedOutOrClosed() throws Exception {
        tell("login");
        assertThat(secrets().keySet())
                .as("what the search finds while the sessions are alive")
                .contains(TOKENS, MARKER + "G0", MARKER + "G3", MARKER + "P0", MARKER + "P3", MARKER + "H0")
                .contains(MARKER + "F1", MARKER + "F2", MARKER + "F3", MARKER + "M1", MARKER + "K0");

        tell("logout");
        // The builder's are for a login to come, and a token that no login issued has no logout.
        assertOnly(
                "after the logout",
                MARKER + "P",
                MARKER + "H",
                MARKER + "K",
                MARKER + "F1",
                MARKER + "F2",
                MARKER + "F3");

        tell("login");
        tell("close");
        assertOnly("after the close");
    }

    /** A thread may need a moment to leave what it has done. */
    private void assertOnly(String when, String... allowed) throws Exception {
        Map<String, String> left = secrets();
        for (int looks = 1; looks < LOOKS && !isOnly(left, allowed); looks++) {
            left = secrets();
        }
        Map<String, String> found = left;
        assertThat(isOnly(found, allowed)).as(() -> when + ":\n" + ways(found)).isTrue();
    }

    private static boolean isOnly(Map<String, String> found, String... allowed) {
        return found.keySet().stream()
                .allMatch(text -> List.of(allowed).stream().anyMatch(text::startsWith));
    }

    private static String ways(Map<String, String> found) {
        StringBuilder ways = new StringBuilder();
        found.forEach(
                (text, way) -> ways.append(text).append("\n    ").append(way).append('\n'));
        return ways.toString();
    }

    private Map<String, String> secrets() throws Exception {
        Path file = folder.resolve("heap.hprof");
        tell(file.toString());
        HeapDump dump = HeapDump.read(file);
        Files.delete(file);
        assertThat(dump.objects()).isGreaterThan(10_000);
        return dump.reachable(MARKER, POOLED::equals);
    }

    private void tell(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        assertThat(answers.readLine()).isEqualTo("done");
    }

    private static String turned(String secret) {
        return new StringBuilder(secret).reverse().toString();
    }
}
