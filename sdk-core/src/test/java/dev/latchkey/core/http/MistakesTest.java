package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.SessionState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLPeerUnverifiedException;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that no time mends say what to mend, and are not retryable. */
class MistakesTest extends HttpTest {
    private final LinkageError misfit = new NoSuchMethodError("okio.Okio.limit");

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 301, 308})
    void aLoginThatIsNotThereNamesTheBaseUrl(int status) {
        vendor.service = RemoteTokens::new;
        answer(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/elsewhere")
                .body("<html>nothing here</html>"));
        HttpApi http = http();

        ApiException thrown = failure(http.get("/x").returningText());

        assertThat(thrown)
                .isInstanceOf(RenewalFailedException.class)
                .hasMessageContaining("The base URL " + http.baseUrl() + " does not lead to the API")
                .hasMessageNotContaining("Try again later");
        assertThat(thrown.retryable()).isFalse();
        assertThat(http.session().state()).isEqualTo(SessionState.NEW);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 500, 503})
    void whatMayPassIsTriedAgainLater(int status) {
        vendor.service = RemoteTokens::new;
        answer(status, "<html>come back</html>");

        ApiException thrown = failure(http(impatient()).get("/x").returningText());

        assertThat(thrown).isInstanceOf(RenewalFailedException.class).hasMessageContaining("Try again later");
        assertThat(thrown.retryable()).isTrue();
    }

    @Test
    void aLoginAtAServerThatIsNotTrustedDoesNotPass() {
        vendor.service = RemoteTokens::new;
        OkHttpClient mistrusting = new OkHttpClient.Builder()
                .socketFactory(new FailingSockets(new SSLPeerUnverifiedException("Hostname not verified")))
                .build();

        ApiException thrown =
                failure(http(builder().okHttpClient(mistrusting)).get("/x").returningText());

        assertThat(thrown)
                .isInstanceOf(RenewalFailedException.class)
                .hasMessageContaining("certificate is not trusted");
        assertThat(thrown.retryable()).isFalse();
    }

    @Test
    void aLoginWithoutCredentialsSaysSoAndEndsNoSession() {
        HttpApi http = http(new TestClientBuilder(vendor)
                .baseUrl(server.url("/").toString())
                .starting(TestVendor.LEAK + "-refresh"));
        answer(200, "ok");
        assertThat(http.get("/x").returningText().execute()).isEqualTo("ok");

        SessionExpiredException thrown = catchThrowableOfType(
                SessionExpiredException.class, http.session().login()::execute);

        assertThat(thrown.reason()).isEqualTo(Reason.NOT_LOGGED_IN);
        assertThat(thrown.retryable()).isFalse();
        assertThat(http.session().state()).isEqualTo(SessionState.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(How.class)
    void aLibraryThatDoesNotFitIsNamed(How how) {
        OkHttpClient unfit = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw misfit;
                })
                .build();
        ApiCall<String> call =
                http(builder().okHttpClient(unfit)).get("/x").anonymous().returningText();

        told(catchThrowableOfType(ApiException.class, () -> how.run(call)));
    }

    @ParameterizedTest
    @EnumSource(How.class)
    void oneThatAReaderMeetsIsNamed(How how) {
        answer(200);
        ApiCall<String> call = http().get("/x").anonymous().returning((ResponseReader<String>) answer -> {
            throw misfit;
        });

        ApiException thrown = catchThrowableOfType(ApiException.class, () -> how.run(call));

        told(thrown);
        assertThat(thrown.mayHaveBeenDone()).isTrue();
    }

    @Test
    void oneThatALoginMeetsIsNamed() {
        vendor.issue = n -> {
            throw misfit;
        };

        ApiException thrown = failure(http(impatient()).get("/x").returningText());

        assertThat(thrown).isInstanceOf(RenewalFailedException.class).hasMessageNotContaining("Try again later");
        told(thrown);
    }

    @Test
    void oneThatTheNetworkMeetsOnTheWayOfALoginIsNamed() {
        vendor.service = RemoteTokens::new;
        OkHttpClient unfit = new OkHttpClient.Builder()
                .dns(host -> {
                    throw misfit;
                })
                .build();

        told(failure(http(builder().okHttpClient(unfit)).get("/x").returningText()));
    }

    private static void told(ApiException thrown) {
        assertThat(thrown).hasMessageContaining("okio.Okio.limit").hasMessageContaining("\"OkHttp, once\"");
        assertThat(thrown.retryable()).isFalse();
    }

    private static ApiException failure(ApiCall<?> call) {
        return catchThrowableOfType(ApiException.class, call::execute);
    }

    /** Whose sockets meet an exception at once. */
    private static final class FailingSockets extends SocketFactory {
        private final IOException failure;

        FailingSockets(IOException failure) {
            this.failure = failure;
        }

        @Override
        public Socket createSocket() throws IOException {
            throw failure;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw failure;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            throw failure;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw failure;
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            throw failure;
        }
    }
}
