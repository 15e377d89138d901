package dev.latchkey.webitel;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.json.Json;
import java.util.Map;

/**
 * The accounts of a domain: its users. They live in the telephony console behind the server, and what that says is its own:
 * statuses and rights are the engine's, texts and columns may differ. Reading takes the right {@code r} to {@code account},
 * changing {@code c}, {@code u} or {@code d}; without it calls fail with {@link dev.latchkey.core.ForbiddenException}.
 *
 * <p><b>The domain that counts is the caller's own</b>, as with {@link DomainTokens}: only for root the one that is named here
 * counts.
 *
 * <p><b>Another password or another role ends every session of that account at once</b>, one's own included; domain tokens go
 * on.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Accounts {
    private static final String ACCOUNTS = "/api/v2/accounts";
    private static final String ACCOUNT = "/api/v2/accounts/{id}";
    private static final String DOMAIN = "domain";

    private final HttpApi http;
    private final String domain;

    Accounts(HttpApi http, String domain) {
        this.http = http;
        this.domain = Inputs.require(DOMAIN, domain, "Give the one whose accounts they are.");
    }

    /**
     * All accounts: {@code GET /api/v2/accounts}. Whoever may read only what is his own ({@code ro}) gets himself alone, so a
     * short list is not an empty domain.
     *
     * <p>Source: recorded; the fallback to oneself: source.
     *
     * @return a call that yields the accounts by their ids; immutable, in no order
     */
    public ApiCall<Map<String, Account>> list() {
        return list(AccountQuery.all());
    }

    /**
     * Accounts: {@code GET /api/v2/accounts?filter=…&columns=…}.
     *
     * <p>Source: recorded; filter and columns: page.
     *
     * @param query which accounts, and what of them
     * @return a call that yields the accounts by their ids; immutable, in no order
     */
    public ApiCall<Map<String, Account>> list(AccountQuery query) {
        Inputs.present("query", query);
        return http.get(ACCOUNTS)
                .query(DOMAIN, domain)
                .query("filter", query.filter())
                .query("columns", query.columns())
                .returning(Wrapped.in(Json.mapOf(Account.JSON)));
    }

    /**
     * One account with all that is set for it: {@code GET /api/v2/accounts/{id}}. Secrets that are as good as its password are
     * in it.
     *
     * <p>Source: page, seen.
     *
     * @param id of the account, without its domain, such as {@code 100}
     * @return a call that yields it; it fails with {@link dev.latchkey.core.NotFoundException} if there is none
     * @throws InvalidInputException if the id is blank
     */
    public ApiCall<AccountDetails> get(String id) {
        return http.get(ACCOUNT, id(id)).query(DOMAIN, domain).secretAnswer().returning(AccountDetails.WRAPPED);
    }

    /**
     * Makes an account: {@code POST /api/v2/accounts}. Repeated only if the server cannot have seen it.
     *
     * <p>Source: recorded; that the answer may be an object: page.
     *
     * @param account what it is to be
     * @return a call that yields the console's word; it fails with {@link dev.latchkey.core.BadRequestException} if there is
     *     such an account
     */
    public ApiCall<AccountDetails> create(NewAccount account) {
        Endpoint create = http.post(ACCOUNTS)
                .secret()
                .json(NewAccount.JSON, Inputs.present("account", account).in(domain));
        ConsoleText.passwords(account.parameters()).forEach(create::mask);
        return create.returning(AccountDetails.WRAPPED);
    }

    /**
     * Changes an account: {@code PUT /api/v2/accounts/{id}?domain=…}. Whoever changes his own password is logged in no longer:
     * log in with the new one.
     *
     * <p>Source: recorded; an account that does not exist: seen.
     *
     * @param id of the account, without its domain
     * @param update what is to change
     * @return a call that yields the account as it is then; it fails with {@link dev.latchkey.core.BadRequestException} if it
     *     would change the caller's own role, and with {@link dev.latchkey.core.ServerErrorException} if there is no such account
     * @throws InvalidInputException if the id is blank
     */
    public ApiCall<AccountDetails> update(String id, AccountUpdate update) {
        Endpoint change = http.put(ACCOUNT, id(id))
                .query(DOMAIN, domain)
                .secret()
                .json(AccountUpdate.JSON, Inputs.present("change", update));
        ConsoleText.passwords(update.parameters()).forEach(change::mask);
        return change.returning(AccountDetails.WRAPPED);
    }

    /**
     * Deletes an account: {@code DELETE /api/v2/accounts/{id}?domain=…}.
     *
     * <p>Source: page, seen.
     *
     * @param id of the account, without its domain
     * @return a call that yields the console's word; it fails with {@link dev.latchkey.core.BadRequestException} if it is the
     *     caller's own, and with {@link dev.latchkey.core.NotFoundException} if there is none
     * @throws InvalidInputException if the id is blank
     */
    public ApiCall<Confirmation> delete(String id) {
        return http.delete(ACCOUNT, id(id)).query(DOMAIN, domain).returning(Confirmation::read);
    }

    private static String id(String id) {
        return Inputs.require("id of the account", id, "Give one such as 100.");
    }
}
