package dev.latchkey.fake;

import dev.latchkey.fake.internal.Connection;
import dev.latchkey.fake.internal.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;

/** Sends what MockWebServer does not send by itself, and leaves the rest to it. */
final class Delivery {
    private final Wire wire;
    private final Connection connection;
    private final int request;
    private final boolean http2;

    Delivery(Wire wire, Connection connection, FakeRequest request) {
        this.wire = wire;
        this.connection = connection;
        this.request = request.stream();
        http2 = request.isHttp2();
    }

    MockResponse begin() throws InterruptedException {
        if (wire.raw() != null) {
            write(wire.raw());
            return Wire.nothing();
        }
        if (wire.interim() != 0) {
            sendInterim(wire.interim());
        }
        if (wire.ending().answers()) {
            return wire.toMockResponse();
        }
        switch (wire.ending()) {
            case SILENT -> connection.keepSilent(request);
            case REFUSED_STREAM -> connection.refuse(request);
            case GONE_AWAY -> connection.goAway(request);
            case RESET -> reset();
            default -> drop();
        }
        return Wire.nothing();
    }

    private void reset() {
        if (http2) {
            connection.resetInsteadOf(request);
        } else {
            connection.reset();
        }
    }

    private void drop() {
        if (http2) {
            connection.closeInsteadOf(request);
        }
    }

    private void sendInterim(int status) {
        if (http2) {
            connection.interim(request, status);
        } else {
            String head = "HTTP/1.1 " + status + " " + Reason.of(status) + "\r\n\r\n";
            write(out -> out.write(head.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private void write(RawAnswer answer) {
        try {
            OutputStream out = connection.output();
            answer.writeTo(out);
            out.flush();
        } catch (IOException e) {
            // The client has gone, or the fake is being closed; MockWebServer will notice.
        }
    }
}
