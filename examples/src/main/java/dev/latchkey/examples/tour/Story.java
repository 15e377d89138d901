package dev.latchkey.examples.tour;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** Prints what happens, step by step, and remembers whether anything differed. */
public final class Story {
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String RED = "31";
    private static final String GREEN = "32";

    private final PrintStream out;
    private final boolean isColoured;
    private int steps;
    private int skipped;
    private int failures;

    public Story(PrintStream out, boolean isColoured) {
        this.out = out;
        this.isColoured = isColoured;
    }

    /** Something that a step does. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    /** Tells a chapter to its end, or to the first step that differs, since those behind it build on it. */
    public void tell(Chapter chapter) {
        if (steps > 0) {
            out.println();
        }
        out.println(in(BOLD, chapter.title()));
        try {
            chapter.tell(this);
        } catch (Exception e) {
            failures++;
            complainOf(e);
        }
    }

    /** Does one thing that a user would do. */
    public void step(String title, Step step) throws Exception {
        steps++;
        out.println();
        out.println("  " + steps + ". " + title);
        step.run();
    }

    /** Leaves out a thing that only a fake can do. */
    public void skip(String title) {
        skipped++;
        out.println();
        out.println("  -  " + title + in(DIM, ": left out, since only a fake can do it"));
    }

    /** Tells what came of a step. */
    public void says(String what) {
        out.println("     " + in(GREEN, what));
    }

    /** Tells what went over the wire. */
    public void wire(String what) {
        out.println("     " + in(DIM, what));
    }

    /** Requires that something is as expected. */
    public void expect(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new Difference(what, expected, actual);
        }
    }

    /** Says that the arguments are wrong. */
    public void complain(String problem, String usage) {
        out.println(in(RED, problem));
        out.println(usage);
    }

    /** Closes the story. Returns whether nothing differed. */
    public boolean end(Duration took) {
        out.println();
        String counts = steps + " steps" + (skipped == 0 ? "" : ", " + skipped + " left out")
                + String.format(Locale.ROOT, ", %.1f s", took.toMillis() / 1000.0);
        out.println(
                failures == 0
                        ? in(GREEN, "All as expected: ") + counts
                        : in(RED, "Something differed, see above: ") + counts);
        return failures == 0;
    }

    private void complainOf(Exception e) {
        StringBuilder text =
                new StringBuilder(e instanceof Difference difference ? difference.text() : "unexpected " + e);
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\ncaused by ").append(cause);
        }
        out.println(in(RED, "     DIFFERS: ") + text.toString().replace("\n", "\n     "));
    }

    private String in(String style, String text) {
        return isColoured ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }
}
