package accepted

import dev.latchkey.controlbyweb.CertificateRequestToken
import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.core.ApiCall
import dev.latchkey.core.SessionExpiredException
import dev.latchkey.core.auth.Credentials
import dev.latchkey.core.auth.SessionListener

fun credentials(): Credentials = Credentials("jane", "secret")

fun client(): ControlByWebClient = ControlByWebClient.builder().baseUrl("https://example.com").build()

fun lengthOfId(token: CertificateRequestToken): Int = token.id()?.length ?: 0

fun lengthOfToken(token: CertificateRequestToken): Int = token.token().length

fun idOf(call: ApiCall<CertificateRequestToken>): String = call.execute().id() ?: "none"

fun sizeOf(call: ApiCall<List<CertificateRequestToken>>): Int = call.executeAsync().join().size

fun emails(client: ControlByWebClient): String = client.profile().map { it.username() ?: "nobody" }.orElse("nobody")

class Listener : SessionListener {
    override fun expired(cause: SessionExpiredException) = println(cause.reason().name)
}
