package dev.latchkey.core.store;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A stored session as a JSON text, for stores that keep texts: files, preferences, rows. What is written by one version of
 * the SDK is read by all later ones. The text holds the tokens.
 *
 * <p>Stateless.
 */
public final class StoredSessionJson {
    private static final int FORMAT = 1;

    /** Read first and on its own: the rest of a later format may look different. */
    private record Header(int format) {
        static final JsonAdapter<Header> JSON = RecordAdapter.of("StoredSession", r -> {
            var format = r.required("format", Json.INT, Header::format);
            return in -> new Header(in.get(format));
        });
    }

    private record Document(int format, StoredSession session) {}

    private static final JsonAdapter<Duration> DURATION = Json.mapped(Json.STRING, Duration::parse, Duration::toString);

    private static final JsonAdapter<SessionKey> KEY = RecordAdapter.of("SessionKey", r -> {
        var vendor = r.required("vendor", Json.STRING, SessionKey::vendor);
        var baseUrl = r.required("baseUrl", Json.STRING, SessionKey::baseUrl);
        var identity = r.required("identity", Json.STRING, SessionKey::identity);
        return in -> new SessionKey(in.get(vendor), in.get(baseUrl), in.get(identity));
    });

    private static final JsonAdapter<Tokens> TOKENS = RecordAdapter.of("Tokens", r -> {
        var accessToken = r.required("accessToken", Json.STRING, Tokens::accessToken);
        var refreshToken = r.optional("refreshToken", Json.STRING, Tokens::refreshToken);
        var key = r.optional("key", Json.STRING, Tokens::key);
        return in -> new Tokens(in.get(accessToken), in.get(refreshToken), in.get(key));
    });

    private static final JsonAdapter<Document> DOCUMENT = RecordAdapter.of("StoredSession", r -> {
        var format = r.required("format", Json.INT, Document::format);
        var key = r.required("key", KEY, document -> document.session.key());
        var generation = r.required("generation", Json.LONG, document -> document.session.generation());
        var version = r.required("version", Json.LONG, document -> document.session.version());
        var tokens = r.optional("tokens", TOKENS, document -> document.session.tokens());
        var obtainedAt = r.required("obtainedAt", Json.INSTANT, document -> document.session.obtainedAt());
        var lifetime = r.optional("lifetime", DURATION, document -> document.session.lifetime());
        var profile = r.optional("profile", Json.STRING, document -> document.session.profile());
        var renewingSince = r.optional("renewingSince", Json.INSTANT, document -> document.session.renewingSince());
        var logins = r.optional("logins", LoginNotesJson.JSON, document -> written(document.session.logins()));
        return in -> new Document(
                in.get(format),
                new StoredSession(
                        in.get(key),
                        in.get(generation),
                        in.get(version),
                        in.get(tokens),
                        in.get(obtainedAt),
                        in.get(lifetime),
                        in.get(profile),
                        in.get(renewingSince),
                        noted(in.get(logins))));
    });

    private StoredSessionJson() {}

    private static @Nullable LoginNotes written(LoginNotes notes) {
        return notes.equals(LoginNotes.NONE) ? null : notes;
    }

    private static LoginNotes noted(@Nullable LoginNotes read) {
        return read == null ? LoginNotes.NONE : read;
    }

    /**
     * Writes a session.
     *
     * @param session with or without tokens
     * @return one line of JSON
     */
    public static String write(StoredSession session) {
        return JsonCodec.encode(DOCUMENT, new Document(FORMAT, session)).utf8();
    }

    /**
     * Reads a session.
     *
     * @param text as written by this version of the SDK or an earlier one
     * @return the session
     * @throws UnreadableSessionException if it is anything else; its message shows nothing of the text
     */
    public static StoredSession read(String text) throws UnreadableSessionException {
        try {
            int format = JsonCodec.decode(Header.JSON, text).format();
            if (format > FORMAT) {
                throw UnreadableSessionException.ofLaterFormat(format);
            }
            if (format < 1) {
                throw UnreadableSessionException.corrupt("$.format: there is no such format");
            }
            return JsonCodec.decode(DOCUMENT, text).session();
        } catch (JsonDecodingException e) {
            throw UnreadableSessionException.corrupt(e.getMessage());
        }
    }
}
