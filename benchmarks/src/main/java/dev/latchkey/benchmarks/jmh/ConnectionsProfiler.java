package dev.latchkey.benchmarks.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** Counts the connections that the server has accepted during an iteration, for each thousand calls. */
public final class ConnectionsProfiler implements InternalProfiler {
    static final String RESULT = "connections";
    private static final double CALLS = 1000;

    private long before;

    @Override
    public String getDescription() {
        return "Connections opened for each thousand calls";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = accepted();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        // The one that asks is accepted as well.
        long opened = accepted() - before - 1;
        double calls = result.getMetadata().getAllOps() / CALLS;
        return List.of(
                new ScalarResult(RESULT, opened / Math.max(calls, 1 / CALLS), "#/1000 calls", AggregationPolicy.AVG));
    }

    /** Through a connection of its own, which is closed behind it. */
    private static long accepted() {
        URI server = URI.create(System.getProperty("benchmarks.server"));
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write("GET /_connections HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
            return body(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line of a short answer, which comes in one piece. */
    private static long body(InputStream in) throws IOException {
        byte[] bytes = new byte[1024];
        int length = in.read(bytes);
        String answer = new String(bytes, 0, length, UTF_8);
        return Long.parseLong(answer.substring(answer.lastIndexOf('\n') + 1));
    }
}
