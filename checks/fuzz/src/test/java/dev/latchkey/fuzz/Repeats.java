package dev.latchkey.fuzz;

import java.io.ByteArrayOutputStream;

/**
 * Lets a short input stand for a long one: {@code <<1000|abc>>} is a thousand times {@code abc}, and may hold another. What is
 * no such thing stands for itself.
 */
final class Repeats {
    /** More than the clients' limits for a body and for the headers together. */
    static final int LONGEST = FuzzedAnswer.MAX_BODY + 320 * 1024;

    private static final int MAX_DIGITS = 7;
    private static final int DEEPEST = 8;

    private final byte[] text;

    private Repeats(byte[] text) {
        this.text = text;
    }

    static byte[] expanded(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        new Repeats(text).expand(0, text.length, out, 0);
        return out.toByteArray();
    }

    private void expand(int from, int to, ByteArrayOutputStream out, int depth) {
        int at = from;
        while (at < to && out.size() < LONGEST) {
            int bar = depth < DEEPEST ? bar(at, to) : -1;
            int end = bar < 0 ? -1 : end(bar + 1, to);
            if (end < 0) {
                out.write(text[at++]);
            } else {
                repeat(times(at + 2, bar), bar + 1, end, out, depth);
                at = end + 2;
            }
        }
    }

    private void repeat(int times, int from, int to, ByteArrayOutputStream out, int depth) {
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        expand(from, to, once, depth + 1);
        byte[] piece = once.toByteArray();
        for (int i = 0; i < times && piece.length > 0 && out.size() < LONGEST; i++) {
            out.write(piece, 0, Math.min(piece.length, LONGEST - out.size()));
        }
    }

    /** Where the bar behind the digits is, or -1. */
    private int bar(int at, int to) {
        if (at + 3 >= to || text[at] != '<' || text[at + 1] != '<') {
            return -1;
        }
        int digit = at + 2;
        while (digit < to && digit < at + 2 + MAX_DIGITS && text[digit] >= '0' && text[digit] <= '9') {
            digit++;
        }
        return digit > at + 2 && digit < to && text[digit] == '|' ? digit : -1;
    }

    private int end(int from, int to) {
        int open = 1;
        for (int at = from; at + 1 < to; at++) {
            if (text[at] == '>' && text[at + 1] == '>') {
                if (--open == 0) {
                    return at;
                }
                at++;
            } else if (bar(at, to) >= 0) {
                open++;
            }
        }
        return -1;
    }

    private int times(int from, int to) {
        int times = 0;
        for (int at = from; at < to; at++) {
            times = times * 10 + text[at] - '0';
        }
        return times;
    }
}
