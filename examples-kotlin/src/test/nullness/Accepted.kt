package accepted

import dev.latchkey.controlbyweb.Account
import dev.latchkey.controlbyweb.CertificateRequestToken
import dev.latchkey.controlbyweb.ControlByWebClient
import dev.latchkey.controlbyweb.DeviceAccessToken
import dev.latchkey.core.ApiCall
import dev.latchkey.core.SessionExpiredException
import dev.latchkey.core.auth.Credentials
import dev.latchkey.core.auth.SessionListener
import dev.latchkey.devicehive.CreatedUser
import dev.latchkey.devicehive.DeviceHiveClient
import dev.latchkey.devicehive.JwtTokens
import dev.latchkey.devicehive.NewToken
import dev.latchkey.devicehive.NewUser
import dev.latchkey.devicehive.User
import dev.latchkey.devicehive.UserQuery
import dev.latchkey.devicehive.UserRole
import dev.latchkey.devicehive.UserUpdate
import dev.latchkey.webitel.AccountDetails
import dev.latchkey.webitel.AccountUpdate
import dev.latchkey.webitel.DomainTokenInfo
import dev.latchkey.webitel.NewAccount
import dev.latchkey.webitel.NewDomainToken
import dev.latchkey.webitel.NewRole
import dev.latchkey.webitel.SecuritySettings
import dev.latchkey.webitel.WebitelClient
import dev.latchkey.webitel.WhoAmI
import java.time.Duration
import java.time.Instant

fun credentials(): Credentials = Credentials("jane", "secret")

fun client(): ControlByWebClient = ControlByWebClient.builder().baseUrl("https://example.com").build()

fun lengthOfId(token: CertificateRequestToken): Int = token.id()?.length ?: 0

fun lengthOfToken(token: CertificateRequestToken): Int = token.token().length

fun idOf(call: ApiCall<CertificateRequestToken>): String = call.execute().id() ?: "none"

fun sizeOf(call: ApiCall<List<CertificateRequestToken>>): Int = call.executeAsync().join().size

fun emails(client: ControlByWebClient): String = client.profile().map { it.username() ?: "nobody" }.orElse("nobody")

fun accessTokens(client: ControlByWebClient): List<DeviceAccessToken> = client.deviceAccessTokens(1, 2).create(Duration.ofHours(1)).execute()

fun nameOf(account: Account): String = account.accountName() ?: "none"

fun newUser(client: DeviceHiveClient): CreatedUser = client.users().create(NewUser.builder("jane", "secret", UserRole.CLIENT).build()).execute()

fun logins(client: DeviceHiveClient): List<String> = client.users().list(UserQuery.all()).map { it.login() }

fun networkNames(user: User): List<String> = user.networks()?.map { it.name() ?: "none" } ?: listOf()

fun dataOf(user: User): String = user.data() ?: "none"

fun updated(client: DeviceHiveClient, user: User) = client.users().update(user.id(), UserUpdate.of(user).introReviewed(true).build()).execute()

fun deleted(client: DeviceHiveClient, user: User): Void? = client.users().delete(user.id()).execute()

fun networkOf(client: DeviceHiveClient): String = client.networks().get(1).execute().description() ?: "none"

fun reach(tokens: JwtTokens): NewToken = NewToken.builder(1).networksOf(tokens.accessPayload().orElseThrow()).build()

fun webSocketOf(client: DeviceHiveClient): String = client.info().execute().webSocketServerUrl() ?: "none"

fun domainToken(client: WebitelClient): NewDomainToken = client.domainTokens("example.com").create("user", Instant.now()).execute()

fun endOf(token: DomainTokenInfo): Instant = token.expires() ?: Instant.MAX

fun found(client: WebitelClient): Boolean = client.domainTokens("example.com").setEnabled("uuid", false).execute()

fun domainOf(me: WhoAmI): String = me.domain() ?: if (me.acl().allows("domain", "r")) "any" else "none"

fun keyOf(settings: SecuritySettings): String = settings.enrollment()?.uri() ?: "none"

fun rightsOf(client: WebitelClient): List<String> = client.roles().get("user").execute().of("account")

fun newRole(): NewRole = NewRole.builder("lead").parent("user").allow("account", "r", "u").build()

fun newAccount(): NewAccount = NewAccount.builder("110", "user").password("secret").build()

fun change(): AccountUpdate = AccountUpdate.builder().password("secret").build()

fun textOf(account: AccountDetails): String = account.text() ?: account.get("a1-hash").orElse("none")

class Listener : SessionListener {
    override fun expired(cause: SessionExpiredException) = println(cause.reason().name)
}
