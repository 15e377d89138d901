package dev.latchkey.scenarios.faults;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a combination on a thread and in a thread group of its own, and finds out if it hangs. */
final class Trial {
    private static final long HANGS_SECONDS = 60;

    private Trial() {}

    static Outcome run(Combination combination) throws Throwable {
        FutureTask<Outcome> task = new FutureTask<>(combination.trial());
        ThreadGroup group = new ThreadGroup(combination.toString());
        Thread thread = new Thread(group, task, "trial");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(HANGS_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        } catch (TimeoutException e) {
            throw new HangException(dump(group));
        }
    }

    /** It has not ended; the message shows what its threads do. */
    static final class HangException extends Exception {
        private HangException(String threads) {
            super("it hangs\n" + threads);
        }
    }

    static String described(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static String dump(ThreadGroup group) {
        StringBuilder dump = new StringBuilder();
        for (Thread thread : Leftovers.threads(group)) {
            dump.append(thread.getName()).append('\n');
            Arrays.stream(thread.getStackTrace())
                    .forEach(frame -> dump.append("    at ").append(frame).append('\n'));
        }
        return dump.toString();
    }
}
