package dev.latchkey.webitel;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;

/**
 * A static token that was just made. The server shows its text here only.
 *
 * @param token goes with each call as {@code X-Access-Token}, a secret
 * @param info what the server knows of it from now on
 */
public record NewDomainToken(String token, DomainTokenInfo info) {
    static final RecordAdapter<NewDomainToken> JSON = RecordAdapter.of("NewDomainToken", r -> {
        var info = r.required("data", DomainTokenInfo.JSON, NewDomainToken::info);
        var token = r.required("token", Json.STRING, NewDomainToken::token);
        return in -> new NewDomainToken(in.get(token), in.get(info));
    });

    /** Everything but the token. */
    @Override
    public String toString() {
        return "NewDomainToken[token=***, info=" + info + "]";
    }
}
