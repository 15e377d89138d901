package dev.latchkey.controlbyweb;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.HttpApi;
import java.util.List;

/**
 * The users of one account. It takes {@link Permission#EDIT_USERS}; without it calls fail with {@link
 * dev.latchkey.core.ForbiddenException}. How users are made, changed and deleted is not known: reach that with {@link
 * ControlByWebClient#request}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class AccountUsers {
    private final HttpApi http;
    private final long accountId;

    AccountUsers(HttpApi http, long accountId) {
        this.http = http;
        this.accountId = accountId;
    }

    /**
     * The users of the account, <b>and those of its child accounts</b>: {@code GET /v1/accounts/{AccountId}/users}. The vendor's
     * sample has two users with the same id, so do not take the id alone for a key.
     *
     * <p>Source: page.
     *
     * @return a call that yields an immutable list in the server's order
     */
    public ApiCall<List<AccountUser>> list() {
        return http.get("/v1/accounts/{AccountId}/users", accountId).returning(AccountUser.LIST);
    }

    /**
     * One user: {@code GET /v1/accounts/{AccountId}/users/{UserId}}.
     *
     * <p>Source: page, client.
     *
     * @param userId of a user of this account
     * @return a call that yields the user; the server sends him alone in an array, which is taken, or without one. His {@link
     *     AccountUser#accountName()} is null
     * @throws InvalidInputException if the id is not positive
     */
    public ApiCall<AccountUser> get(long userId) {
        return http.get("/v1/accounts/{AccountId}/users/{UserId}", accountId, Inputs.id("user", userId))
                .returning(AccountUser.ONE);
    }
}
