package dev.latchkey.controlbyweb;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as an administrator sees him. Members that the server leaves out are null.
 *
 * @param id of the user; two users of a list may have the same one
 * @param accountId the account that the user belongs to
 * @param username the name that the user logs in with
 * @param firstName first name
 * @param lastName last name
 * @param email email address
 * @param emailVerifiedAt when the address was verified, by the server's clock; null if it was not
 * @param accountName name of the account; in lists only
 * @param accountAdmin whether the user administers the account
 * @param termsAgreed whether the user has agreed to the terms
 */
public record AccountUser(
        long id,
        @Nullable Long accountId,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable Instant emailVerifiedAt,
        @Nullable String accountName,
        @Nullable Boolean accountAdmin,
        @Nullable Boolean termsAgreed) {
    static final RecordAdapter<AccountUser> JSON = RecordAdapter.of("AccountUser", r -> {
        var text = Json.lenient(Json.STRING_LENIENT);
        var flag = Json.lenient(Json.BOOLEAN_LENIENT);
        var id = r.required("id", Json.LONG_LENIENT, AccountUser::id);
        var accountId = r.optional("account_id", Json.lenient(Json.LONG_LENIENT), AccountUser::accountId);
        var username = r.optional("username", text, AccountUser::username);
        var firstName = r.optional("first_name", text, AccountUser::firstName);
        var lastName = r.optional("last_name", text, AccountUser::lastName);
        var email = r.optional("email", text, AccountUser::email);
        var verified =
                r.optional("email_verified_at", Json.lenient(Json.INSTANT_LENIENT), AccountUser::emailVerifiedAt);
        var accountName = r.optional("account_name", text, AccountUser::accountName);
        var admin = r.optional("account_admin", flag, AccountUser::accountAdmin);
        var agreed = r.optional("terms_agreed", flag, AccountUser::termsAgreed);
        return in -> new AccountUser(
                in.get(id),
                in.get(accountId),
                in.get(username),
                in.get(firstName),
                in.get(lastName),
                in.get(email),
                in.get(verified),
                in.get(accountName),
                in.get(admin),
                in.get(agreed));
    });

    static final JsonAdapter<List<AccountUser>> LIST = Json.listOf(JSON);

    /** Where one is asked for: alone, or alone in an array. */
    static final JsonAdapter<AccountUser> ONE = Json.mapped(Json.listOrSingle(JSON), list -> list.get(0), List::of);
}
