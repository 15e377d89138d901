package accepted

import dev.latchkey.controlbyweb.Account
import dev.latchkey.controlbyweb.CertificateRequestToken
import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.controlbyweb.DeviceAccessToken
import dev.latchkey.core.ApiCall
import dev.latchkey.core.SessionExpiredException
import dev.latchkey.core.auth.Credentials
import dev.latchkey.core.auth.SessionListener
import java.time.Duration

fun credentials(): Credentials = Credentials("jane", "secret")

fun client(): ControlByWebClient = ControlByWebClient.builder().baseUrl("https://example.com").build()

fun lengthOfId(token: CertificateRequestToken): Int = token.id()?.length ?: 0

fun lengthOfToken(token: CertificateRequestToken): Int = token.token().length

fun idOf(call: ApiCall<CertificateRequestToken>): String = call.execute().id() ?: "none"

fun sizeOf(call: ApiCall<List<CertificateRequestToken>>): Int = call.executeAsync().join().size

fun emails(client: ControlByWebClient): String = client.profile().map { it.username() ?: "nobody" }.orElse("nobody")

fun accessTokens(client: ControlByWebClient): List<DeviceAccessToken> = client.deviceAccessTokens(1, 2).create(Duration.ofHours(1)).execute()

fun nameOf(account: Account): String = account.accountName() ?: "none"

class Listener : SessionListener {
    override fun expired(cause: SessionExpiredException) = println(cause.reason().name)
}
