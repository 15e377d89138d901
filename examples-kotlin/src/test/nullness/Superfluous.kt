package superfluous

import dev.latchkey.controlbyweb.CertificateRequestToken
import dev.latchkey.controlbyweb.DeviceAccessToken
import dev.latchkey.core.ApiCall

fun lengthOfToken(token: CertificateRequestToken): Int = token.token()?.length ?: 0 // refused: unnecessary safe call on a non-null receiver

fun sizeOf(call: ApiCall<List<CertificateRequestToken>>): Int = call.execute()?.size ?: 0 // refused: unnecessary safe call on a non-null receiver

fun others(token: DeviceAccessToken): Int = token.others()?.size ?: 0 // refused: unnecessary safe call on a non-null receiver
