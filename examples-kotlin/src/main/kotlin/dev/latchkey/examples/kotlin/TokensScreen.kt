package dev.latchkey.examples.kotlin

import dev.latchkey.controlbyweb.CertificateRequestToken
import dev.latchkey.core.ApiException
import dev.latchkey.core.BadRequestException
import dev.latchkey.core.RateLimitedException
import dev.latchkey.core.SessionExpiredException
import java.time.Duration

/** What the screen shows. */
sealed interface TokensScreen {
    data object Loading : TokensScreen

    data class Tokens(val tokens: List<CertificateRequestToken>) : TokensScreen

    data class LogIn(val reason: SessionExpiredException.Reason) : TokensScreen

    data class Mend(val fields: Map<String, List<String>>) : TokensScreen

    data class TryLater(val after: Duration?) : TokensScreen

    data class GiveUp(val problem: String) : TokensScreen
}

/** What a failure means to the user. A coroutine that was cancelled is none of them. */
fun ApiException.screen(): TokensScreen = when {
    this is SessionExpiredException -> TokensScreen.LogIn(reason())
    this is BadRequestException -> TokensScreen.Mend(fieldErrors())
    this is RateLimitedException -> TokensScreen.TryLater(retryAfter().orElse(null))
    retryable() -> TokensScreen.TryLater(null)
    else -> TokensScreen.GiveUp(message ?: "no message")
}
