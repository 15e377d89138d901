package dev.latchkey.benchmarks.load.subject;

import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmContent;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiCall;
import java.io.IOException;
import okhttp3.OkHttpClient;

/** This SDK, with a vendor that rotates refresh tokens. */
final class LatchkeyCaller implements Caller {
    private final ControlByWebClient client;
    private final ApiCall<String> devices;

    LatchkeyCaller(Realm realm, OkHttpClient http) {
        client = ControlByWebClient.builder()
                .baseUrl(realm.baseUrl())
                .credentials("jane", "secret")
                .okHttpClient(http)
                .build();
        devices = client.request("GET", RealmContent.DEVICES_PATH).returningText();
    }

    static Caller alone(Realm realm) {
        OkHttpClient http = HttpClients.make();
        LatchkeyCaller caller = new LatchkeyCaller(realm, http);
        return new Caller() {
            @Override
            public void call(String id) throws IOException {
                caller.call(id);
            }

            @Override
            public void close() {
                caller.close();
                HttpClients.close(http);
            }
        };
    }

    @Override
    public void call(String id) throws IOException {
        HttpClients.check(devices.header("X-Request-Id", id).execute());
    }

    @Override
    public void close() {
        client.close();
    }
}
