package dev.latchkey.android.apps;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One call with OkHttp: what an application has before it uses the SDK. */
public final class OkHttpAlone {
    private OkHttpAlone() {}

    public static void main(String[] args) throws IOException {
        Request request = new Request.Builder().url(args[0]).build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            System.out.println(response.body().string());
        }
    }
}
