package dev.latchkey.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** A network without a network: the answer to each request is looked up in a script. */
final class ScriptedNetwork extends SocketFactory {
    static final String BASE_URL = "http://127.0.0.1:9";
    private static final OkHttpClient PLAIN = new OkHttpClient();

    private final Function<String, byte[]> script;
    private final List<String> requests = new ArrayList<>();

    /**
     * A network.
     *
     * @param script finds the whole answer to a request; an empty one is a connection that breaks
     */
    ScriptedNetwork(Function<String, byte[]> script) {
        this.script = script;
    }

    /** A client that sees nothing but this network, and whose connections serve one call. */
    OkHttpClient client() {
        return PLAIN.newBuilder()
                .socketFactory(this)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .build();
    }

    /** All that was sent, one text for each request. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public Socket createSocket() throws IOException {
        return new ScriptedSocket(this::answer);
    }

    private byte[] answer(String request) {
        synchronized (this) {
            requests.add(request);
        }
        return script.apply(request);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unwanted();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unwanted();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unwanted();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw unwanted();
    }

    private static SocketException unwanted() {
        return new SocketException("OkHttp connects its sockets itself");
    }
}
