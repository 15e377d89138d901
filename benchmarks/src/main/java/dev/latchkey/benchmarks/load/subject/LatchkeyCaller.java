package dev.latchkey.benchmarks.load.subject;

import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmContent;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiCall;
import java.io.IOException;
import okhttp3.OkHttpClient;

/** This SDK, with a vendor that rotates refresh tokens. */
final class LatchkeyCaller implements Caller {
    private final OkHttpClient http = HttpClients.make();
    private final ControlByWebClient client;
    private final ApiCall<String> devices;

    LatchkeyCaller(Realm realm) {
        client = ControlByWebClient.builder()
                .baseUrl(realm.baseUrl())
                .credentials("jane", "secret")
                .okHttpClient(http)
                .build();
        devices = client.request("GET", RealmContent.DEVICES_PATH).returningText();
    }

    @Override
    public void call(String id) throws IOException {
        HttpClients.check(devices.header("X-Request-Id", id).execute());
    }

    @Override
    public void close() {
        client.close();
        HttpClients.close(http);
    }
}
