package dev.latchkey.controlbyweb;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.latchkey.core.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens by id. The server writes an array instead if there are none, or if its ids happen to count from 0. */
final class CertificateRequestTokenList extends JsonAdapter<List<CertificateRequestToken>> {
    static final JsonAdapter<List<CertificateRequestToken>> JSON = new CertificateRequestTokenList();

    private static final JsonAdapter<List<CertificateRequestToken>> ARRAY = Json.listOf(CertificateRequestToken.JSON);
    private static final JsonAdapter<Map<String, CertificateRequestToken>> BY_ID =
            Json.mapOf(CertificateRequestToken.JSON);

    private CertificateRequestTokenList() {}

    @Override
    public @Nullable List<CertificateRequestToken> fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
            return ARRAY.fromJson(reader);
        }
        Map<String, CertificateRequestToken> byId = BY_ID.fromJson(reader);
        if (byId == null) {
            return null;
        }
        List<CertificateRequestToken> tokens = new ArrayList<>();
        byId.forEach((id, token) -> tokens.add(token.withId(id)));
        return List.copyOf(tokens);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable List<CertificateRequestToken> tokens) {
        throw new UnsupportedOperationException("the list is only ever an answer");
    }
}
