package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClassLoadingTest extends HttpTest {

    @Test
    void noClassOfResilience4jIsLoadedWhileCallsSucceed() throws Exception {
        answer(200, "fine");

        assertThat(loaded("1"))
                .contains("dev.latchkey.core.http.RetryInterceptor")
                .noneMatch(ClassLoadingTest::ofRetry);
    }

    @Test
    void theyAreLoadedAtTheFirstFailure() throws Exception {
        answer(503);
        answer(200, "fine");

        assertThat(loaded("1")).anyMatch(ClassLoadingTest::ofRetry);
    }

    /** The machinery behind a record's own {@code equals} and {@code hashCode} costs the first login as much as sixty classes. */
    @Test
    void noRecordIsComparedBeforeTheFirstAnswer() throws Exception {
        answer(200, "fine");

        assertThat(loaded("1"))
                .contains("dev.latchkey.core.internal.session.Renewal")
                .doesNotContain("java.lang.runtime.ObjectMethods");
    }

    private static boolean ofRetry(String className) {
        return className.startsWith("io.github.resilience4j");
    }

    private List<String> loaded(String calls) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout:tags",
                "-Xshare:off",
                "-cp",
                classPath(),
                OneCall.class.getName(),
                server.url("/").toString(),
                calls));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(output.substring(Math.max(0, output.length() - 2000)))
                .isZero();
        return output.lines()
                .filter(line -> line.startsWith("[class,load]"))
                .map(line -> line.replaceFirst("\\[class,load\\] +", ""))
                .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                .toList();
    }

    /** Of the class path and the module path: the build runs the tests in the module. */
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        String modules = System.getProperty("jdk.module.path", "");
        String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        String classes = Path.of("target", "classes").toAbsolutePath().toString();
        return String.join(separator, tests, classes, System.getProperty("java.class.path"), modules);
    }
}
