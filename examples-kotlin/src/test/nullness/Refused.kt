package refused

import dev.latchkey.controlbyweb.Account
import dev.latchkey.controlbyweb.CertificateRequestToken
import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.core.ApiCall
import dev.latchkey.core.SessionExpiredException
import dev.latchkey.core.auth.Credentials
import dev.latchkey.core.auth.SessionListener

fun credentials(): Credentials = Credentials("jane", null) // refused: null cannot be a value of a non-null type

fun client(): ControlByWebClient = ControlByWebClient.builder().baseUrl(null).build() // refused: null cannot be a value of a non-null type

fun lengthOfId(token: CertificateRequestToken): Int = token.id().length // refused: only safe (?.) or non-null asserted (!!.) calls are allowed

fun idOf(call: ApiCall<CertificateRequestToken>): String = call.execute().id() // refused: return type mismatch

fun emails(client: ControlByWebClient): String = client.profile().map { it.username() }.orElse("nobody") // refused: return type mismatch

fun lengthOfName(account: Account): Int = account.accountName().length // refused: only safe (?.) or non-null asserted (!!.) calls are allowed

class Listener : SessionListener {
    override fun expired(cause: SessionExpiredException?) = Unit // refused: overrides nothing
}
