package dev.latchkey.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

/** An answer as it goes over the wire, made once and sent as often as one likes. */
public final class Answer {
    private final byte[] wire;
    private final long delayNanos;

    private Answer(byte[] wire, long delayNanos) {
        this.wire = wire;
        this.delayNanos = delayNanos;
    }

    /** An answer with a JSON body. */
    public static Answer json(int status, String body) {
        byte[] content = body.getBytes(UTF_8);
        String head = "HTTP/1.1 " + status + " Canned\r\nContent-Type: application/json\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(head.getBytes(UTF_8));
        wire.writeBytes(content);
        return new Answer(wire.toByteArray(), 0);
    }

    /** The same answer, sent that much later. No thread waits for it. */
    public Answer after(Duration delay) {
        return new Answer(wire, delay.toNanos());
    }

    byte[] wire() {
        return wire;
    }

    long delayNanos() {
        return delayNanos;
    }
}
