package dev.latchkey.examples.kotlin

import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.core.ApiException
import dev.latchkey.core.auth.Credentials
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.future.await
import kotlinx.coroutines.launch

/** Lists the tokens of an account. On Android it extends `ViewModel` and takes its `viewModelScope`. */
class TokensViewModel(client: ControlByWebClient, account: Long, private val scope: CoroutineScope) {
    private val session = client.session()
    private val tokens = client.certificateRequestTokens(account)
    private val shown = MutableStateFlow<TokensScreen>(TokensScreen.Loading)

    /** What to show. */
    val screen: StateFlow<TokensScreen> = shown.asStateFlow()

    fun refresh(): Job = show { list() }

    fun logIn(user: String, password: String): Job = show {
        session.login(Credentials(user, password)).executeAsync().await()
        list()
    }

    fun create(): Job = show {
        tokens.create().executeAsync().await()
        list()
    }

    private suspend fun list() = TokensScreen.Tokens(tokens.list().executeAsync().await())

    private fun show(load: suspend () -> TokensScreen): Job = scope.launch {
        shown.value = TokensScreen.Loading
        shown.value = try {
            load()
        } catch (e: ApiException) {
            e.screen()
        }
    }
}
