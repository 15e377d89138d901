package dev.latchkey.controlbyweb;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Who has logged in, and what that user may do. The server tells it at a login; members that it leaves out, or that are of
 * another type than documented, are null.
 *
 * @param accountId the account that the user belongs to
 * @param username the name that the user logs in with
 * @param firstName first name
 * @param lastName last name
 * @param email email address
 * @param deviceSeats how many devices the account may have
 * @param accountName name of the account
 * @param logging the account's logging level; the vendor does not say what the numbers mean
 * @param userId the user's id
 * @param agreed whether the user has agreed to the terms
 * @param permissions what the user may do, empty if the server does not say; immutable
 * @param allPermissions all that may be permitted to anyone, as a tree, empty if the server does not say; immutable
 * @param isXrdiAdmin whether the user is an administrator of the vendor
 * @param isXrdiSales whether the user is in the vendor's sales
 */
public record UserProfile(
        @Nullable Long accountId,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable Integer deviceSeats,
        @Nullable String accountName,
        @Nullable Integer logging,
        @Nullable Long userId,
        @Nullable Boolean agreed,
        List<Permission> permissions,
        List<PermissionNode> allPermissions,
        @Nullable Boolean isXrdiAdmin,
        @Nullable Boolean isXrdiSales) {
    /** One broken member must not cost the others: the answer that holds them cannot be had again. */
    static final RecordAdapter<UserProfile> JSON = RecordAdapter.of("UserProfile", r -> {
        var text = Json.lenient(Json.STRING_LENIENT);
        var integer = Json.lenient(Json.INT_LENIENT);
        var id = Json.lenient(Json.LONG_LENIENT);
        var flag = Json.lenient(Json.BOOLEAN_LENIENT);
        var names = Json.lenient(Json.listOf(Json.lenient(Permission.JSON)));
        var nodes = Json.lenient(Json.listOf(Json.lenient(PermissionNode.JSON)));

        var accountId = r.optional("account_id", id, UserProfile::accountId);
        var username = r.optional("username", text, UserProfile::username);
        var firstName = r.optional("first_name", text, UserProfile::firstName);
        var lastName = r.optional("last_name", text, UserProfile::lastName);
        var email = r.optional("email", text, UserProfile::email);
        var deviceSeats = r.optional("device_seats", integer, UserProfile::deviceSeats);
        var accountName = r.optional("account_name", text, UserProfile::accountName);
        var logging = r.optional("logging", integer, UserProfile::logging);
        var userId = r.optional("user_id", id, UserProfile::userId);
        var agreed = r.optional("agreed", flag, UserProfile::agreed);
        var permissions = r.orElse("permissions", names, List.of(), UserProfile::permissions);
        var allPermissions = r.orElse("all_permissions", nodes, List.of(), UserProfile::allPermissions);
        var isXrdiAdmin = r.optional("isXRDIAdmin", flag, UserProfile::isXrdiAdmin);
        var isXrdiSales = r.optional("isXRDISales", flag, UserProfile::isXrdiSales);
        return in -> new UserProfile(
                in.get(accountId),
                in.get(username),
                in.get(firstName),
                in.get(lastName),
                in.get(email),
                in.get(deviceSeats),
                in.get(accountName),
                in.get(logging),
                in.get(userId),
                in.get(agreed),
                in.get(permissions),
                in.get(allPermissions),
                in.get(isXrdiAdmin),
                in.get(isXrdiSales));
    });

    private static final UserProfile NOTHING = JsonCodec.decode(JSON, "{}");

    /** Copies the lists. */
    public UserProfile {
        permissions = List.copyOf(permissions);
        allPermissions = List.copyOf(allPermissions);
    }

    /**
     * Whether the user may do something: whether a button for it should be shown.
     *
     * @param permission for instance {@link Permission#ADD_USERS}
     * @return true if the server has listed it
     */
    public boolean hasPermission(Permission permission) {
        return permissions.contains(permission);
    }

    /**
     * Whether the user may do something for which there is no constant.
     *
     * @param permission the name as on the wire, case included, such as {@code Add Users}
     * @return true if the server has listed it
     */
    public boolean hasPermission(String permission) {
        return hasPermission(Permission.of(permission));
    }

    /** The profile in a token answer, or null if there is none; the answer may be broken behind the tokens. */
    static @Nullable UserProfile salvage(String answer) {
        try {
            UserProfile profile = JsonCodec.salvage(JSON, new Buffer().writeUtf8(answer));
            return profile.equals(NOTHING) ? null : profile;
        } catch (JsonDecodingException | IOException e) {
            return null;
        }
    }

    /** The profile that a session has kept. */
    static Optional<UserProfile> kept(@Nullable String json) {
        return json == null ? Optional.empty() : Optional.ofNullable(salvage(json));
    }
}
