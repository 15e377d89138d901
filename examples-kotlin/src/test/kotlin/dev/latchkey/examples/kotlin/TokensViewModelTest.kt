package dev.latchkey.examples.kotlin

import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.core.SessionExpiredException
import dev.latchkey.fake.Fault
import dev.latchkey.fake.controlbyweb.FakeControlByWeb
import dev.latchkey.fake.junit.Fake
import java.io.IOException
import java.time.Duration
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import okhttp3.Call
import okhttp3.EventListener
import okhttp3.OkHttpClient
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

private const val ACCOUNT = 1234L
private const val LIST = "/v1/accounts/{AccountId}/tokens"
private val TEN_SECONDS = Duration.ofSeconds(10)

class TokensViewModelTest {
    @Fake
    val fake: FakeControlByWeb = FakeControlByWeb.withUser("jane", "secret")

    private val scope = CoroutineScope(Dispatchers.Default)
    private val cancelled = CompletableDeferred<IOException>()
    private val client by lazy {
        ControlByWebClient.builder()
            .baseUrl(fake.baseUrl())
            .identity("jane")
            .okHttpClient(OkHttpClient.Builder().eventListener(Cancelled(cancelled)).build())
            .build()
    }
    private val model by lazy { TokensViewModel(client, ACCOUNT, scope) }

    @AfterEach
    fun close() {
        scope.cancel()
        client.close()
    }

    @Test
    fun whoIsNotLoggedInSeesTheLoginScreen() = runBlocking<Unit> {
        model.refresh().join()

        assertThat(model.screen.value)
            .isEqualTo(TokensScreen.LogIn(SessionExpiredException.Reason.NOT_LOGGED_IN))
    }

    @Test
    fun whoLogsInSeesTheTokensAndANewOne() = runBlocking<Unit> {
        model.logIn("jane", "secret").join()
        assertThat(model.screen.value).isEqualTo(TokensScreen.Tokens(emptyList()))

        model.create().join()
        assertThat((model.screen.value as TokensScreen.Tokens).tokens).hasSize(1)
    }

    @Test
    fun aWrongPasswordLeadsBackToTheLoginScreen() = runBlocking<Unit> {
        model.logIn("jane", "guessed").join()

        assertThat(model.screen.value)
            .isEqualTo(TokensScreen.LogIn(SessionExpiredException.Reason.CREDENTIALS_REJECTED))
    }

    @Test
    fun aServerThatWantsAPauseIsToBeTriedLater() = runBlocking<Unit> {
        model.logIn("jane", "secret").join()
        fake.faults().on("GET", LIST).next(Fault.status(429).retryAfter(3600))

        model.refresh().join()

        assertThat(model.screen.value).isEqualTo(TokensScreen.TryLater(Duration.ofHours(1)))
    }

    @Test
    fun whatHelpsNobodyIsToldAsItIs() = runBlocking<Unit> {
        model.logIn("jane", "secret").join()
        fake.faults().on("GET", LIST).next(Fault.status(403))

        model.refresh().join()

        assertThat((model.screen.value as TokensScreen.GiveUp).problem).contains(LIST, "403")
    }

    @Test
    fun aCoroutineThatIsCancelledCancelsItsCall() = runBlocking<Unit> {
        model.logIn("jane", "secret").join()
        fake.hold("GET", LIST).use { hold ->
            val loading = model.refresh()
            hold.awaitArrived(1, TEN_SECONDS)

            loading.cancelAndJoin()

            // The server still holds the request: only the client can have ended the call.
            withTimeout(TEN_SECONDS.toMillis()) { cancelled.await() }
            assertThat(hold.arrived()).isEqualTo(1)
            assertThat(model.screen.value).isEqualTo(TokensScreen.Loading)
        }
    }

    /** Tells of a call that has ended because it was cancelled. */
    private class Cancelled(private val ended: CompletableDeferred<IOException>) : EventListener() {
        override fun callFailed(call: Call, ioe: IOException) {
            if (call.isCanceled()) {
                ended.complete(ioe)
            }
        }
    }
}
