package dev.latchkey.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer as it goes over the wire, made once and sent as often as one likes. */
public final class Answer {
    private final byte[] wire;
    private final long delayNanos;
    private final @Nullable Supplier<Answer> decision;

    private Answer(byte[] wire, long delayNanos, @Nullable Supplier<Answer> decision) {
        this.wire = wire;
        this.delayNanos = delayNanos;
        this.decision = decision;
    }

    /** An answer with a JSON body. */
    public static Answer json(int status, String body) {
        byte[] content = body.getBytes(UTF_8);
        String head = "HTTP/1.1 " + status + " Canned\r\nContent-Type: application/json\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(head.getBytes(UTF_8));
        wire.writeBytes(content);
        return new Answer(wire.toByteArray(), 0, null);
    }

    /** What is decided that much later, on the server's thread, by what is then the case. It may be late in turn. */
    public static Answer later(Duration delay, Supplier<Answer> decision) {
        return new Answer(new byte[0], delay.toNanos(), decision);
    }

    /** The same answer, sent that much later. No thread waits for it. */
    public Answer after(Duration delay) {
        return new Answer(wire, delay.toNanos(), decision);
    }

    /** What to send once the delay is over. */
    Answer decided() {
        return decision == null ? new Answer(wire, 0, null) : decision.get();
    }

    boolean isDue() {
        return delayNanos == 0 && decision == null;
    }

    byte[] wire() {
        return wire;
    }

    long delayNanos() {
        return delayNanos;
    }
}
