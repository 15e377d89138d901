package superfluous

import dev.latchkey.controlbyweb.CertificateRequestToken
import dev.latchkey.controlbyweb.DeviceAccessToken
import dev.latchkey.core.ApiCall
import dev.latchkey.devicehive.JwtTokens
import dev.latchkey.devicehive.User
import dev.latchkey.webitel.NewDomainToken
import dev.latchkey.webitel.WhoAmI

fun lengthOfToken(token: CertificateRequestToken): Int = token.token()?.length ?: 0 // refused: unnecessary safe call on a non-null receiver

fun sizeOf(call: ApiCall<List<CertificateRequestToken>>): Int = call.execute()?.size ?: 0 // refused: unnecessary safe call on a non-null receiver

fun others(token: DeviceAccessToken): Int = token.others()?.size ?: 0 // refused: unnecessary safe call on a non-null receiver

fun lengthOfLogin(user: User): Int = user.login()?.length ?: 0 // refused: unnecessary safe call on a non-null receiver

fun lengthOfAccessToken(tokens: JwtTokens): Int = tokens.accessToken()?.length ?: 0 // refused: unnecessary safe call on a non-null receiver

fun lengthOfDomainToken(made: NewDomainToken): Int = made.token()?.length ?: 0 // refused: unnecessary safe call on a non-null receiver

fun resources(me: WhoAmI): Int = me.acl()?.rights()?.size ?: 0 // refused: unnecessary safe call on a non-null receiver
