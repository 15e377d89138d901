package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.vendor.TokenService;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token request has a limit of its own: its answer is waited for longer than any caller waits. */
class TokenLimitTest extends HttpTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CountDownLatch answerTokens = new CountDownLatch(1);

    @BeforeEach
    void answerTokensLate() {
        vendor.service = RemoteTokens::new;
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (request.getTarget().equals("/token")) {
                    answerTokens.await(20, TimeUnit.SECONDS);
                    return new MockResponse.Builder().body(TestVendor.token(1)).build();
                }
                return new MockResponse.Builder().body("in").build();
            }
        });
    }

    @Test
    void whoGivesUpEarlierDoesNotEndTheRequest() throws Exception {
        HttpApi http = http(builder().timeout(SHORT));

        assertThatThrownBy(http.get("/x").returningText()::execute).isExactlyInstanceOf(CallTimeoutException.class);
        assertThat(taken().getTarget()).isEqualTo("/token");
        answerTokens.countDown();

        assertThat(http.get("/x")
                        .returningText()
                        .timeout(Duration.ofSeconds(20))
                        .execute())
                .isEqualTo("in");
        assertThat(taken().getTarget()).isEqualTo("/x");
    }

    @Test
    void itIsTheOneThatTheBuilderWasTold() {
        HttpApi http = http(impatient().timeout(SHORT).tokenTimeout(SHORT.multipliedBy(2)));

        assertThatThrownBy(http.get("/x").returningText().timeout(Duration.ofSeconds(20))::execute)
                .isInstanceOf(RenewalFailedException.class)
                .hasRootCauseExactlyInstanceOf(Exception.class)
                .cause()
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("PT0.6S");
        answerTokens.countDown();
    }

    @Test
    void aPublicOperationOfTheSameShapeHasTheCallsLimit() {
        HttpApi http = http(builder().timeout(SHORT));

        assertThatThrownBy(http.post("/token").anonymous().returningText()::execute)
                .isExactlyInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("PT0.3S");
        answerTokens.countDown();
    }

    @Test
    void nothingOfAVendorsServiceIsLeftOut() throws Exception {
        for (Method method : TokenService.class.getMethods()) {
            assertThat(LimitedTokenService.class
                            .getMethod(method.getName(), method.getParameterTypes())
                            .getDeclaringClass())
                    .as(method.getName())
                    .isEqualTo(LimitedTokenService.class);
        }
    }
}
