package dev.latchkey.webitel;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import java.io.IOException;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Who has logged in, and what that user may do. The server tells it at a login; members that it leaves out, or that are of
 * another type than documented, are null.
 *
 * @param username the user as the server names it, which need not be the name that was logged in with
 * @param domain the user's domain; null for root and from servers that do not tell it
 * @param role which kind of user it is
 * @param roleName the name of the role
 * @param acl what the user may do, nothing if the server does not say
 * @param cdr where call detail records are kept
 * @param verto the WebSocket URL for calls in a browser; null from older servers
 */
public record UserProfile(
        @Nullable String username,
        @Nullable String domain,
        @Nullable Role role,
        @Nullable String roleName,
        Acl acl,
        @Nullable CdrServer cdr,
        @Nullable String verto) {
    /** One broken member must not cost the others: the answer that holds them cannot be had again. */
    static final RecordAdapter<UserProfile> JSON = RecordAdapter.of("UserProfile", r -> {
        var text = Json.lenient(Json.STRING_LENIENT);
        var username = r.optional("username", text, UserProfile::username);
        var domain = r.optional("domain", text, UserProfile::domain);
        var role = r.optional("role", Json.lenient(Role.JSON), UserProfile::role);
        var roleName = r.optional("roleName", text, UserProfile::roleName);
        var acl = r.orElse("acl", Json.lenient(Acl.JSON), Acl.NOTHING, UserProfile::acl);
        var cdr = r.optional("cdr", Json.lenient(CdrServer.JSON), UserProfile::cdr);
        var verto = r.optional("verto", text, UserProfile::verto);
        return in -> new UserProfile(
                in.get(username),
                in.get(domain),
                in.get(role),
                in.get(roleName),
                in.get(acl),
                in.get(cdr),
                in.get(verto));
    });

    private static final UserProfile NOTHING = JsonCodec.decode(JSON, "{}");

    /** The profile in a login's answer, which may be broken behind the tokens. */
    static UserProfile salvage(String answer) {
        try {
            return JsonCodec.salvage(JSON, new Buffer().writeUtf8(answer));
        } catch (JsonDecodingException | IOException e) {
            return NOTHING;
        }
    }

    /** What a session keeps. */
    String toJson() {
        return JsonCodec.encode(JSON, this).utf8();
    }

    /** The profile that a session has kept. */
    static Optional<UserProfile> kept(@Nullable String json) {
        return json == null ? Optional.empty() : Optional.of(salvage(json));
    }
}
