package dev.latchkey.controlbyweb;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Accounts: the user's own, and those below it. What others do is presumably a {@link dev.latchkey.core.ForbiddenException}. How
 * accounts are made, changed and deleted is not known: reach that with {@link ControlByWebClient#request}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Accounts {
    private static final JsonAdapter<List<String>> ARRAY = Json.listOf(Json.lenient(Json.STRING));
    private static final JsonAdapter<Map<String, String>> OBJECT = Json.mapOf(Json.lenient(Json.STRING));

    private final HttpApi http;
    private final String treeOption;

    Accounts(HttpApi http, String treeOption) {
        this.http = http;
        this.treeOption = treeOption;
    }

    /**
     * One account: {@code GET /v1/accounts/{AccountId}}.
     *
     * <p>Source: page.
     *
     * @param accountId the user's own, or one below it
     * @return a call that yields it
     * @throws InvalidInputException if the id is not positive
     */
    public ApiCall<Account> get(long accountId) {
        return http.get("/v1/accounts/{AccountId}", Inputs.id("account", accountId))
                .returning(Account.JSON);
    }

    /**
     * An account and those right below it, in one list: {@code GET /v1/accounts/{AccountId}/children}.
     *
     * <p>Source: page; the members of an element: inferred.
     *
     * @param accountId the user's own, or one below it
     * @return a call that yields an immutable list in the server's order
     * @throws InvalidInputException if the id is not positive
     */
    public ApiCall<List<Account>> children(long accountId) {
        return http.get("/v1/accounts/{AccountId}/children", Inputs.id("account", accountId))
                .returning(Account.LIST);
    }

    /**
     * All accounts below one, in one list: {@code GET /v1/accounts/{AccountId}/allChildren}.
     *
     * <p>Source: page; the members of an element: inferred.
     *
     * @param accountId the user's own, or one below it
     * @return a call that yields an immutable list in the server's order
     * @throws InvalidInputException if the id is not positive
     */
    public ApiCall<List<Account>> descendants(long accountId) {
        return http.get("/v1/accounts/{AccountId}/allChildren", Inputs.id("account", accountId))
                .returning(Account.LIST);
    }

    /**
     * The accounts below one as a tree: {@code GET /v1/accounts/{AccountId}/decendants}. The page spells that word so in its
     * table and {@code descendants} in its text; {@link ControlByWebClient.Builder#accountTreeOption} changes it.
     *
     * <p>Source: page; the form of the tree is not known.
     *
     * @param accountId the user's own, or one below it
     * @return a call that yields the server's JSON as text
     * @throws InvalidInputException if the id is not positive
     */
    public ApiCall<String> tree(long accountId) {
        return http.get("/v1/accounts/{AccountId}/" + treeOption, Inputs.id("account", accountId))
                .returning(Accounts::json);
    }

    /** An object or an array, whatever is in it. */
    private static String json(Answer answer) throws IOException {
        boolean isArray = answer.text().trim().startsWith("[");
        Object unused = isArray ? answer.json(ARRAY) : answer.json(OBJECT);
        return answer.text();
    }
}
