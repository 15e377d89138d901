package dev.latchkey.webitel;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose token it is, as the server sees it now. Members that it leaves out are null.
 *
 * @param id the user, such as {@code 100@mydomain.com}; of a domain token its id, {@code <uuid>@<domain>}
 * @param domain the domain whose resources the caller acts on; null for root
 * @param roleName the name of the role
 * @param acl what the caller may do, looked up now; nothing for a role that the server does not know
 * @param expires when the login ends, by the server's clock; null for a domain token
 * @param cdr where call detail records are kept
 * @param verto the WebSocket URL for calls in a browser
 */
public record WhoAmI(
        @Nullable String id,
        @Nullable String domain,
        @Nullable String roleName,
        Acl acl,
        @Nullable Instant expires,
        @Nullable CdrServer cdr,
        @Nullable String verto) {
    static final RecordAdapter<WhoAmI> JSON = RecordAdapter.of("WhoAmI", r -> {
        var text = Json.lenient(Json.STRING_LENIENT);
        var id = r.optional("id", text, WhoAmI::id);
        var domain = r.optional("domain", text, WhoAmI::domain);
        var roleName = r.optional("roleName", text, WhoAmI::roleName);
        var acl = r.orElse("acl", Acl.JSON, Acl.NOTHING, WhoAmI::acl);
        var expires = r.optional("expires", Json.lenient(Json.EPOCH_MILLIS), WhoAmI::expires);
        var cdr = r.optional("cdr", Json.lenient(CdrServer.JSON), WhoAmI::cdr);
        var verto = r.optional("verto", text, WhoAmI::verto);
        return in -> new WhoAmI(
                in.get(id), in.get(domain), in.get(roleName), in.get(acl), in.get(expires), in.get(cdr), in.get(verto));
    });
}
