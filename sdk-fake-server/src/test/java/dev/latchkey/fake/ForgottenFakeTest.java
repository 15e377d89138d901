package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A program that forgets to close its fake. */
class ForgottenFakeTest {
    private Process program;

    @AfterEach
    void endTheProgram() throws Exception {
        program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Test
    void itEndsAllTheSame() throws Exception {
        start(Forgetting.class);

        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
    }

    @Test
    void itIsServedAsLongAsAThreadOfItsOwnRuns() throws Exception {
        start(Working.class);
        try (BufferedReader out = program.inputReader();
                TestServer any = new TestServer()) {
            String url = out.readLine();
            assertThat(out.readLine()).isEqualTo("main has returned");

            Answer answer = new Client(any).sendTo(url + "/v1/nothing", "GET", null);

            assertThat(answer.status()).isEqualTo(404);
            program.getOutputStream().close();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isZero();
        }
    }

    private void start(Class<?> main) throws IOException {
        program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        MainTest.classPath(),
                        main.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static final class Forgetting {
        private Forgetting() {}

        public static void main(String[] args) {
            System.out.println(FakeControlByWeb.withUser("jane", "secret").baseUrl());
        }
    }

    /** Its thread works until its input ends. */
    static final class Working {
        private Working() {}

        public static void main(String[] args) {
            System.out.println(FakeControlByWeb.withUser("jane", "secret").baseUrl());
            Thread main = Thread.currentThread();
            new Thread(
                            () -> {
                                try {
                                    main.join();
                                    System.out.println("main has returned");
                                    while (System.in.read() >= 0) {
                                        // Nobody writes.
                                    }
                                } catch (IOException | InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            "works")
                    .start();
        }
    }
}
