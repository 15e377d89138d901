package dev.latchkey.reliability.processes;

import java.io.PrintStream;

/** What a child says, in lines: {@code ! event details} by itself, {@code = number text} in answer to a command. */
final class Voice {
    static final String EVENT = "! ";
    static final String ANSWER = "= ";

    private final PrintStream out;

    Voice(PrintStream out) {
        this.out = out;
    }

    void event(Event event) {
        out.println(EVENT + event);
    }

    void event(Event event, Throwable cause) {
        out.println(EVENT + event + " " + oneLine(cause));
    }

    void answer(String number, String text) {
        out.println(ANSWER + number + " " + text);
    }

    static String oneLine(Throwable cause) {
        StringBuilder line = new StringBuilder();
        for (Throwable next = cause; next != null; next = next.getCause()) {
            line.append(line.isEmpty() ? "" : " <- ").append(next);
        }
        return line.toString().replace('\n', ' ').replace('\r', ' ');
    }
}
