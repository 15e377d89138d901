package dev.latchkey.webitel;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import dev.latchkey.core.json.Json;
import java.time.Instant;
import java.util.List;

/**
 * The static tokens of a domain, for programs that do without a login ({@code domainToken(…)} on a client's builder). To list
 * them takes the right {@code ro} to {@code domain}, to change them {@code uo}; without it calls fail with {@link
 * dev.latchkey.core.ForbiddenException}.
 *
 * <p><b>The domain that counts is the caller's own.</b> Whoever belongs to a domain acts on that one, whichever is named here,
 * and the server says no word about it. Root alone belongs to none, and reaches the domain that is named.
 *
 * <pre>{@code
 * NewDomainToken made = admin.domainTokens("mydomain.com")
 *         .create("user", Instant.now().plus(Duration.ofDays(30)))
 *         .execute();
 * keep(made.token());                                    // shown here only
 * admin.domainTokens("mydomain.com").delete(old).execute();
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class DomainTokens {
    private static final String TOKENS = "/api/v2/domains/{domain}/settings/token";
    private static final String TOKEN = "/api/v2/domains/{domain}/settings/token/{uuid}";

    /** Without these the server process ends, and answers nobody. */
    private static final String COLUMNS = "{\"_id\":0}";

    private final HttpApi http;
    private final String domain;

    DomainTokens(HttpApi http, String domain) {
        this.http = http;
        this.domain = Inputs.require("domain", domain, "Give the one whose tokens they are.");
    }

    /**
     * Makes a token: {@code POST /api/v2/domains/{domain}/settings/token}. Repeated only if the server cannot have seen it.
     *
     * <p>Source: recorded.
     *
     * @param role the name of the role whose rights the token has. <b>The server does not check it:</b> an administrator of a
     *     domain can make a token of the role {@code root}, which may do more than its maker, though within the domain; a role
     *     that does not exist has no rights
     * @param expires when the token ends, cut to milliseconds
     * @return a call that yields the token, which the server shows here only; it fails with {@link
     *     dev.latchkey.core.BadRequestException} if the instant has passed
     * @throws InvalidInputException if the role is blank, or the instant is too far away for milliseconds
     */
    public ApiCall<NewDomainToken> create(String role, Instant expires) {
        return http.post(TOKENS, domain)
                .secretAnswer()
                .json(TokenRequest.JSON, TokenRequest.of(role, expires))
                .returning(Wrapped.in(NewDomainToken.JSON));
    }

    /**
     * The tokens that were made: {@code GET /api/v2/domains/{domain}/settings/token}. Of each what is known but its text.
     *
     * <p>Root may ask for the domain {@code *}: then the tokens of all domains are listed.
     *
     * <p>Source: recorded; {@code *}, and that there are at most 40 domains in it: source.
     *
     * @return a call that yields an immutable list, with an entry for each domain that has had a token; empty if there was none
     */
    public ApiCall<List<TokensOfDomain>> list() {
        return http.get(TOKENS, domain)
                .query("columns", COLUMNS)
                .returning(Wrapped.in(Json.listOf(TokensOfDomain.JSON)));
    }

    /**
     * Lets a token in again, or no longer: {@code PATCH /api/v2/domains/{domain}/settings/token/{uuid}}. Calls with a disabled
     * one fail with {@link dev.latchkey.core.UnauthorizedException}.
     *
     * <p>Source: recorded.
     *
     * @param uuid of the token, as {@link #list} tells it
     * @param enabled whether it is to be let in
     * @return a call that yields whether there is such a token; the server answers one that it does not know with a success
     * @throws InvalidInputException if the uuid is blank
     */
    public ApiCall<Boolean> setEnabled(String uuid, boolean enabled) {
        return one("PATCH", uuid)
                .json(TokenState.JSON, new TokenState(enabled))
                .returning(answer -> answer.json(Changed.WRAPPED).found() > 0);
    }

    /**
     * Deletes a token: {@code DELETE /api/v2/domains/{domain}/settings/token/{uuid}}. Calls with it fail with {@link
     * dev.latchkey.core.UnauthorizedException} from then on.
     *
     * <p>Source: recorded.
     *
     * @param uuid of the token, as {@link #list} tells it
     * @return a call that yields whether it deleted one; the server answers one that it does not know with a success. A call
     *     that was repeated because its first answer was lost yields false as well
     * @throws InvalidInputException if the uuid is blank
     */
    public ApiCall<Boolean> delete(String uuid) {
        return one("DELETE", uuid)
                .returning(answer -> answer.json(Changed.WRAPPED).changed() > 0);
    }

    private Endpoint one(String method, String uuid) {
        return http.request(method, TOKEN, domain, Inputs.require("uuid", uuid, "Give the one that list() tells."))
                .repeat(Repeat.IDEMPOTENT);
    }
}
