package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.TransportException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What OkHttp and Okio quote of a peer that speaks no HTTP does not leave the SDK, whatever the call ends with. The moment of
 * the timeout, the cancel or the interrupt is forced: the failure is given, and the execution is in that state.
 */
class QuotedAnswerTest {
    private static final String SECRET = "hunter2-of-jane";
    private static final String QUOTED = "\\n not found: limit=63 content=68756e74657232… " + SECRET;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    static Stream<Arguments> states() {
        return Stream.of(State.values())
                .flatMap(state -> Stream.of(
                                new EOFException(QUOTED),
                                new ProtocolException(QUOTED),
                                new IOException("outer " + QUOTED, new EOFException(QUOTED)),
                                withSuppressed(new SocketTimeoutException(QUOTED)),
                                new OfAnInterceptor(QUOTED))
                        .map(failure -> Arguments.of(state, failure)));
    }

    @ParameterizedTest
    @MethodSource("states")
    void noTextOfItIsInTheExceptionOrItsCauses(State state, IOException failure) {
        Execution execution = state.execution();

        ApiException thrown = CallErrors.exception(execution, failure, true);

        assertThat(thrown).isExactlyInstanceOf(state.type);
        assertThat(thrown.getCause().getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(text(thrown))
                .contains(failure.getClass().getName())
                .doesNotContain(SECRET)
                .doesNotContain("68756e74")
                .doesNotContain("not found");
    }

    @Test
    void anInterceptorsOwnTimeoutIsToldWithoutItsText() {
        InterruptedIOException timeout = new InterruptedIOException("timeout");
        timeout.addSuppressed(new EOFException(QUOTED));

        ApiException thrown = CallErrors.exception(State.RUNNING.execution(), timeout, true);

        assertThat(thrown).isExactlyInstanceOf(CallTimeoutException.class);
        assertThat(text(thrown)).contains("java.io.EOFException").doesNotContain(SECRET);
    }

    @Test
    void anInterruptIsToldWithoutItsText() {
        ApiException thrown = CallErrors.exception(State.RUNNING.execution(), new InterruptedIOException(QUOTED), true);

        assertThat(thrown).isExactlyInstanceOf(CallInterruptedException.class);
        assertThat(text(thrown)).doesNotContain(SECRET);
    }

    @Test
    void whatIsSaidOfConnectingNamesAndCertificatesStays() {
        SSLHandshakeException untrusted = new SSLHandshakeException("PKIX path building failed");
        untrusted.initCause(new CertificateException("unable to find valid certification path"));

        for (IOException failure : Arrays.asList(
                new ConnectException("Failed to connect to /127.0.0.1:1"),
                new UnknownHostException("host"),
                untrusted)) {
            assertThat(Wordless.of(failure)).isSameAs(failure);
        }
    }

    @Test
    void whatIsQuotedBesideItIsLeftOut() {
        ConnectException failure = new ConnectException("Failed to connect");
        failure.addSuppressed(new EOFException(QUOTED));

        assertThat(text(Wordless.of(failure)))
                .contains("java.net.ConnectException: Failed to connect", "java.io.EOFException")
                .doesNotContain(SECRET);
    }

    @Test
    void oursIsToldAsItIs() {
        ApiException ours = new ApiException(Failure.local("GET", "/x", "Ours."), null);

        assertThat(CallErrors.exception(State.TIMED_OUT.execution(), new ApiIOException(ours), true))
                .isSameAs(ours);
    }

    private static IOException withSuppressed(IOException failure) {
        failure.addSuppressed(new EOFException(QUOTED));
        return failure;
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static final class OfAnInterceptor extends ConnectException {
        private static final long serialVersionUID = 1L;

        OfAnInterceptor(String text) {
            super(text);
        }
    }

    private enum State {
        RUNNING(TransportException.class),
        TIMED_OUT(CallTimeoutException.class),
        CANCELLED(CallCanceledException.class);

        private final Class<? extends ApiException> type;

        State(Class<? extends ApiException> type) {
            this.type = type;
        }

        Execution execution() {
            HttpUrl url = HttpUrl.get("http://127.0.0.1:1/");
            EndpointDraft draft = new EndpointDraft(new PairScheme(), "GET", "/x", 1_000_000_000);
            Execution execution = new Execution(draft.freeze(url));
            execution.starts(
                    new OkHttpClient().newCall(new Request.Builder().url(url).build()));
            if (this == TIMED_OUT) {
                execution.timedOut();
            } else if (this == CANCELLED) {
                execution.call().cancel();
            }
            return execution;
        }
    }
}
