package dev.latchkey.core.oauth2;

import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The members of a token answer that a session keeps: those that the record declares, so never a token. */
final class KeptProfile<P> {
    private final RecordAdapter<P> adapter;
    private final String nothing;

    private KeptProfile(RecordAdapter<P> adapter) {
        this.adapter = adapter;
        this.nothing = written(JsonCodec.decode(adapter, "{}"));
    }

    static <P> KeptProfile<P> of(RecordAdapter<P> adapter) {
        return new KeptProfile<>(adapter);
    }

    /** The profile as JSON, or null if the answer has none that can be read. */
    @Nullable
    String in(String answer) {
        try {
            String profile = written(JsonCodec.salvage(adapter, new Buffer().writeUtf8(answer)));
            return profile.equals(nothing) ? null : profile;
        } catch (JsonDecodingException | IOException e) {
            return null;
        }
    }

    private String written(P profile) {
        return JsonCodec.encode(adapter, profile).utf8();
    }
}
