package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A running {@link ChildProgram}, as its parent sees it. */
final class ChildJvm {
    private final String name;
    private final Process process;
    private final Writer commands;
    private final Transcript transcript = new Transcript();
    private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    ChildJvm(String name, ChildSettings settings) {
        this.name = name;
        ProcessBuilder builder = new ProcessBuilder(ChildCommandLine.of(settings)).redirectErrorStream(true);
        if (settings.hasCredentials()) {
            builder.environment().put(ChildSettings.PASSWORD_VARIABLE, Account.PASSWORD);
        }
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread listener = new Thread(this::listen, "listens-to-" + name);
        listener.setDaemon(true);
        listener.start();
    }

    Transcript said() {
        return transcript;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for an event to have been at least once. */
    void await(Event event) throws InterruptedException {
        assertThat(transcript.await(() -> transcript.count(event) > 0, Length.SOON))
                .as(() -> "no " + event + " from " + this)
                .isTrue();
    }

    /** Whether this child, by its own word, is in the exclusive section of the store. */
    boolean isInSection() {
        return transcript.count(Event.SECTION_ENTERED) > transcript.count(Event.SECTION_LEFT);
    }

    CompletableFuture<String> ask(Command command) {
        String number = Integer.toString(numbers.incrementAndGet());
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.put(number, answer);
        try {
            commands.write(number + " " + command + "\n");
            commands.flush();
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /** Tells a command and waits for its answer. */
    String tell(Command command) throws InterruptedException {
        return answer(ask(command), command);
    }

    String answer(CompletableFuture<String> answer, Command command) throws InterruptedException {
        try {
            return answer.get(Length.SOON.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer to " + command + " from " + this, e);
        }
    }

    /** Ends it in an orderly way. */
    Tally stop() throws InterruptedException {
        Tally tally = Tally.parse(tell(Command.STOP));
        assertThat(process.waitFor(Length.SOON.toSeconds(), TimeUnit.SECONDS))
                .as(() -> "does not end: " + this)
                .isTrue();
        assertThat(process.exitValue()).as(this::toString).isZero();
        return tally;
    }

    /** Lets it run for a while, unless it ends by itself. */
    void runFor(Duration duration) throws InterruptedException {
        boolean unused = process.waitFor(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGSTOP: from now on it stands still, and its clocks do not. */
    void standStill() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT. */
    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    /** SIGKILL. It is dead when this returns. */
    void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(Length.SOON.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public String toString() {
        return name + " (process " + process.pid() + "), its last lines:\n" + transcript;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            transcript.add("(its output broke off: " + e.getMessage() + ")");
        } finally {
            transcript.end();
            asked.values().forEach(answer -> answer.completeExceptionally(new IOException("the process has ended")));
        }
    }

    private void hear(String line) {
        transcript.add(line);
        if (line.startsWith(Voice.ANSWER)) {
            String[] words = line.split(" ", 3);
            asked.get(words[1]).complete(words[2]);
        }
    }
}
