package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import okhttp3.FormBody;
import org.junit.jupiter.api.Test;

/** The jar that tests in other languages run, with nothing else on its class path. */
class StandaloneJarIT {
    @Test
    void servesTheExampleUntilItIsEnded() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = System.getProperty("latchkey.standalone.jar");
        Process program = new ProcessBuilder(java, "-jar", jar, "--port", "0").start();
        try (BufferedReader out = program.inputReader();
                TestServer any = new TestServer()) {
            String line = out.readLine();
            assertThat(line)
                    .as("its errors: " + (line == null ? errors(program) : "none"))
                    .isNotNull();
            String url = line.substring("controlbyweb ".length());
            FormBody form = new FormBody.Builder()
                    .add("grant_type", "password")
                    .add("username", "admin")
                    .add("password", "secret")
                    .build();

            Client.Answer login = new Client(any).sendTo(url + "/v1/auth/token", "POST", form);

            assertThat(login.members()).containsEntry("expires_in", 86400L);
            program.destroy();
            assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    private static String errors(Process program) throws Exception {
        return new String(program.getErrorStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
    }
}
