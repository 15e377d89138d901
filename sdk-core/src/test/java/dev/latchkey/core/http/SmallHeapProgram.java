package dev.latchkey.core.http;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Calls servers that send without end, and says what each call ended with. Run in a JVM with a small heap. */
final class SmallHeapProgram {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\n" + JSON;
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";
    private static final String GZIP = "Content-Encoding: gzip\r\n\r\n";

    private SmallHeapProgram() {}

    record Thing(List<String> names, Map<String, String> more) {
        static final JsonAdapter<Thing> JSON = RecordAdapter.of("Thing", r -> {
            var names = r.list("names", Json.STRING, Thing::names);
            var more = r.map("more", Json.mapOf(Json.STRING), Thing::more);
            return in -> new Thing(in.get(names), in.get(more));
        });
    }

    private interface Answering {
        void to(OutputStream out) throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        long maxBodyBytes = Long.parseLong(arguments[0]);
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        HandshakeCertificates client = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        OkHttpClient trusting = new OkHttpClient.Builder()
                .sslSocketFactory(client.sslSocketFactory(), client.trustManager())
                .build();
        for (Map.Entry<String, Answering> each : answers().entrySet()) {
            say(each, "http", maxBodyBytes, ServerSocketFactory.getDefault(), new OkHttpClient());
            say(each, "https", maxBodyBytes, server.sslContext().getServerSocketFactory(), trusting);
        }
    }

    private static Map<String, Answering> answers() {
        Map<String, Answering> answers = new LinkedHashMap<>();
        answers.put("TransportException: status line", out -> endless(out, "x"));
        answers.put("TransportException: header", out -> endless(out, OK + "X: ", "x"));
        answers.put("TransportException: headers", out -> endless(out, OK, "a:\r\n"));
        answers.put("TransportException: interim answers", out -> endless(out, "HTTP/1.1 103 Hints\r\n\r\n"));
        answers.put("MalformedResponseException: size of a chunk", out -> endless(out, OK + CHUNKED, "0"));
        answers.put("MalformedResponseException: extension", out -> endless(out, OK + CHUNKED + "1;", "x"));
        answers.put("MalformedResponseException: name in gzip", out -> {
            out.write(ascii(OK + GZIP));
            out.write(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0});
            endless(out, "x");
        });
        answers.put("MalformedResponseException: gzip bomb", out -> gzip(out, "[", " "));
        answers.put("MalformedResponseException: objects", out -> gzip(out, "[", "{},", "{}]"));
        answers.put("MalformedResponseException: lists", out -> gzip(out, "[", "{\"names\":[\"a\",\"b\"]},", "{}]"));
        answers.put(
                "MalformedResponseException: entries",
                out -> gzip(out, "[{\"more\":{", "\"a\":\"\",", "\"b\":\"\"}}]"));
        answers.put("MalformedResponseException: nesting", out -> gzip(out, "[{\"x\":", "[", ""));
        answers.put("MalformedResponseException: string", out -> endless(out, OK + "\r\n[{\"names\":[\"", "x"));
        answers.put(
                "BadRequestException: field errors",
                out -> endless(out, "HTTP/1.1 400 Bad\r\n" + JSON + "\r\n{\"errors\":{", "\"a\":[\"b\"],"));
        answers.put(
                "ServerErrorException: page",
                out -> endless(out, "HTTP/1.1 503 Away\r\nContent-Length: 1073741824\r\n\r\n", "x"));
        answers.put("ServerErrorException: chunk", out -> endless(out, "HTTP/1.1 503 Away\r\n" + CHUNKED, "0"));
        answers.put("UnauthorizedException: page", out -> endless(out, "HTTP/1.1 401 No\r\n\r\n", "x"));
        return answers;
    }

    private static void endless(OutputStream out, String... startAndPiece) throws IOException {
        if (startAndPiece.length == 2) {
            out.write(ascii(startAndPiece[0]));
        }
        byte[] pieces = ascii(startAndPiece[startAndPiece.length - 1].repeat(8192));
        while (true) {
            out.write(pieces);
        }
    }

    /** Without an end, or as long as the default limit allows. */
    private static void gzip(OutputStream out, String start, String piece, String... end) throws IOException {
        out.write(ascii(OK + GZIP));
        GZIPOutputStream gzip = new GZIPOutputStream(out);
        gzip.write(ascii(start));
        byte[] pieces = ascii(piece.repeat(8192));
        for (int written = 0; end.length == 0 || written + pieces.length < 16_000_000; written += pieces.length) {
            gzip.write(pieces);
        }
        gzip.write(ascii(end[0]));
        gzip.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void say(
            Map.Entry<String, Answering> answer,
            String scheme,
            long maxBodyBytes,
            ServerSocketFactory sockets,
            OkHttpClient okHttp)
            throws IOException {
        try (ServerSocket socket = sockets.createServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(socket, answer.getValue()));
            server.setDaemon(true);
            server.start();
            System.out.println(answer.getKey() + " (" + scheme + ") -> "
                    + outcome(scheme + "://127.0.0.1:" + socket.getLocalPort(), maxBodyBytes, okHttp));
        }
    }

    private static void serve(ServerSocket socket, Answering answer) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                if (connection.getInputStream().read(new byte[8192]) > 0) {
                    answer.to(connection.getOutputStream());
                }
            } catch (IOException gone) {
                // The client has closed the connection.
            }
        }
    }

    private static String outcome(String url, long maxBodyBytes, OkHttpClient okHttp) {
        TestClientBuilder builder = new TestClientBuilder(new TestVendor())
                .baseUrl(url)
                .okHttpClient(okHttp)
                .timeout(Duration.ofSeconds(20))
                .maxBodyBytes(maxBodyBytes);
        try (HttpApi http = builder.build()) {
            ApiCall<?> call = http.get("/things")
                    .anonymous()
                    .returning(Json.listOf(Thing.JSON))
                    .withoutRetries();
            return "a value: " + call.execute();
        } catch (ApiException e) {
            return e.getClass().getSimpleName() + (hasNoMemory(e) ? " for want of memory" : "");
        } catch (OutOfMemoryError e) {
            return e.toString();
        }
    }

    private static boolean hasNoMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    static List<String> all() {
        return answers().keySet().stream()
                .flatMap(answer -> Arrays.asList(answer + " (http)", answer + " (https)").stream())
                .map(answer -> answer + " -> " + answer.substring(0, answer.indexOf(':')))
                .toList();
    }
}
