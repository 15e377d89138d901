package dev.latchkey.core.http;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The values in the JSON body of a request that deals in secrets, or that the user describes: which of them is the password is not
 * known here.
 */
final class SecretStrings {
    private static final int SHORTEST = 3;
    /** Shorter ones are names, about which errors talk, as they do about numbers. */
    private static final int SHORTEST_OF_THE_USER = 6;

    private SecretStrings() {}

    static List<String> of(RequestPlan plan) {
        List<String> values = new ArrayList<>();
        RequestBody body = plan.body();
        boolean isSecret = plan.secrecy() == RequestPlan.Secrecy.ALL;
        if ((isSecret || plan.ofTheUser()) && plan.resendable() && body != null && isJson(body.contentType())) {
            try {
                Buffer buffer = new Buffer();
                body.writeTo(buffer);
                collect(JsonReader.of(buffer), isSecret, values);
            } catch (IOException | RuntimeException e) {
                // What was collected is masked; a body that is no JSON has no values.
            }
        }
        return values;
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null && type.subtype().contains("json");
    }

    private static void collect(JsonReader in, boolean isSecret, List<String> values) throws IOException {
        int shortest = isSecret ? SHORTEST : SHORTEST_OF_THE_USER;
        while (true) {
            switch (in.peek()) {
                case BEGIN_OBJECT -> in.beginObject();
                case END_OBJECT -> in.endObject();
                case BEGIN_ARRAY -> in.beginArray();
                case END_ARRAY -> in.endArray();
                case NAME -> in.skipName();
                case STRING, NUMBER -> {
                    boolean isText = in.peek() == JsonReader.Token.STRING;
                    String value = in.nextString();
                    if (value.length() >= shortest && (isSecret || isText)) {
                        values.add(value);
                    }
                }
                case BOOLEAN, NULL -> in.skipValue();
                case END_DOCUMENT -> {
                    return;
                }
            }
        }
    }
}
