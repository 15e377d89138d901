package dev.latchkey.benchmarks.load.child;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A login by hand. */
public final class RawLogin {
    private static final MediaType JSON = MediaType.get("application/json");

    private RawLogin() {}

    /** The token of a fresh login. */
    public static String token(OkHttpClient http, String baseUrl) throws IOException {
        Request request = new Request.Builder()
                .url(baseUrl + "/api/login")
                .post(RequestBody.create("{\"username\":\"admin\",\"password\":\"secret\"}", JSON))
                .build();
        try (Response response = http.newCall(request).execute();
                JsonReader reader = JsonReader.of(response.body().source())) {
            String token = null;
            reader.beginObject();
            while (reader.hasNext()) {
                if (reader.nextName().equals("token")) {
                    token = reader.nextString();
                } else {
                    reader.skipValue();
                }
            }
            reader.endObject();
            if (token == null) {
                throw new IOException("no token");
            }
            return token;
        }
    }
}
