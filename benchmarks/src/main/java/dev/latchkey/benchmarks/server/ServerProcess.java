package dev.latchkey.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@link LoopbackServer} in a process of its own, so that nothing that it allocates or computes is booked on a client. It ends
 * when it is closed, and when the process that started it ends: it lives as long as its standard input is open.
 */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server with a handler of this class. */
    public static ServerProcess start(Class<? extends Handler> handler) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        handler.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        if (port == null) {
            throw new IOException("the server did not start");
        }
        return new ServerProcess(process, Integer.parseInt(port));
    }

    /** What its paths are below. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends the process. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The server's side: {@code ServerProcess HANDLER}. */
    public static void main(String[] args) throws Exception {
        Handler handler = Class.forName(args[0])
                .asSubclass(Handler.class)
                .getConstructor()
                .newInstance();
        try (LoopbackServer server = LoopbackServer.start(handler)) {
            System.out.println(server.port());
            while (System.in.read() >= 0) {
                // Nothing is ever sent: the end of the stream is the message.
            }
        }
    }
}
