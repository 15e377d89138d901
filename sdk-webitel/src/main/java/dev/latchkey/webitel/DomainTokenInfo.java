package dev.latchkey.webitel;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows of a static token of a domain, which is all but its text.
 *
 * @param uuid tells the tokens of a domain apart; {@link WhoAmI#id} of a client with this token begins with it
 * @param expires when it ends, by the server's clock; null where the server keeps no number of milliseconds, but the text of a
 *     date for instance: it takes such tokens, and <b>lets them in for ever</b>
 * @param roleName whose rights it has; the server does not check that there is such a role
 * @param createdBy who made it, such as {@code 200@mydomain.com} or {@code root}
 * @param createdOn when that was, by the server's clock
 * @param enabled whether it is let in; null if the server does not say
 */
public record DomainTokenInfo(
        String uuid,
        @Nullable Instant expires,
        @Nullable String roleName,
        @Nullable String createdBy,
        @Nullable Instant createdOn,
        @Nullable Boolean enabled) {
    static final RecordAdapter<DomainTokenInfo> JSON = RecordAdapter.of("DomainTokenInfo", r -> {
        var text = Json.lenient(Json.STRING_LENIENT);
        var time = Json.lenient(Json.EPOCH_MILLIS);
        var uuid = r.required("uuid", Json.STRING, DomainTokenInfo::uuid);
        var expires = r.optional("expire", time, DomainTokenInfo::expires);
        var roleName = r.optional("roleName", text, DomainTokenInfo::roleName);
        var createdBy = r.optional("createdBy", text, DomainTokenInfo::createdBy);
        var createdOn = r.optional("createdOn", time, DomainTokenInfo::createdOn);
        var enabled = r.optional("enabled", Json.lenient(Json.BOOLEAN_LENIENT), DomainTokenInfo::enabled);
        return in -> new DomainTokenInfo(
                in.get(uuid), in.get(expires), in.get(roleName), in.get(createdBy), in.get(createdOn), in.get(enabled));
    });
}
