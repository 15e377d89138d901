package refused

import dev.latchkey.controlbyweb.Account
import dev.latchkey.controlbyweb.CertificateRequestToken
import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.core.ApiCall
import dev.latchkey.core.SessionExpiredException
import dev.latchkey.core.auth.Credentials
import dev.latchkey.core.auth.SessionListener
import dev.latchkey.devicehive.DeviceHiveClient
import dev.latchkey.devicehive.JwtTokens
import dev.latchkey.devicehive.NewUser
import dev.latchkey.devicehive.User
import dev.latchkey.devicehive.UserRole
import dev.latchkey.devicehive.UserUpdate
import dev.latchkey.webitel.AccountDetails
import dev.latchkey.webitel.DomainTokenInfo
import dev.latchkey.webitel.NewAccount
import dev.latchkey.webitel.SecuritySettings
import dev.latchkey.webitel.WebitelClient
import dev.latchkey.webitel.WhoAmI
import java.time.Instant

fun credentials(): Credentials = Credentials("jane", null) // refused: null cannot be a value of a non-null type

fun client(): ControlByWebClient = ControlByWebClient.builder().baseUrl(null).build() // refused: null cannot be a value of a non-null type

fun lengthOfId(token: CertificateRequestToken): Int = token.id().length // refused: only safe (?.) or non-null asserted (!!.) calls are allowed

fun idOf(call: ApiCall<CertificateRequestToken>): String = call.execute().id() // refused: return type mismatch

fun emails(client: ControlByWebClient): String = client.profile().map { it.username() }.orElse("nobody") // refused: return type mismatch

fun lengthOfName(account: Account): Int = account.accountName().length // refused: only safe (?.) or non-null asserted (!!.) calls are allowed

fun newUser(): NewUser = NewUser.builder("jane", null, UserRole.CLIENT).build() // refused: null cannot be a value of a non-null type

fun networkNames(user: User): List<String?> = user.networks().map { it.name() } // refused: only safe (?.) or non-null asserted (!!.) calls are allowed

fun dataOf(user: User): String = user.data() // refused: return type mismatch

fun update(): UserUpdate = UserUpdate.of(null).build() // refused: null cannot be a value of a non-null type

fun refreshToken(tokens: JwtTokens): String = tokens.refreshToken() // refused: return type mismatch

fun webSocketOf(client: DeviceHiveClient): String = client.info().execute().webSocketServerUrl() // refused: return type mismatch

fun domainToken(client: WebitelClient) = client.domainTokens("example.com").create("user", null) // refused: null cannot be a value of a non-null type

fun endOf(token: DomainTokenInfo): Instant = token.expires() // refused: return type mismatch

fun lengthOfDomain(me: WhoAmI): Int = me.domain().length // refused: only safe (?.) or non-null asserted (!!.) calls are allowed

fun keyOf(settings: SecuritySettings): String = settings.enrollment().uri() // refused: only safe (?.) or non-null asserted (!!.) calls are allowed

fun newAccount(): NewAccount = NewAccount.builder("110", null).build() // refused: null cannot be a value of a non-null type

fun textOf(account: AccountDetails): String = account.text() // refused: return type mismatch

class Listener : SessionListener {
    override fun expired(cause: SessionExpiredException?) = Unit // refused: overrides nothing
}
