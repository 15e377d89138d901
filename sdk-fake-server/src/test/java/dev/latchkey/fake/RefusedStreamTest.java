package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusedStreamTest {
    private final TestServer fake = new TestServer();

    @AfterEach
    void closeTheFake() {
        fake.close();
    }

    @Test
    void aRefusedStreamFailsAloneAndTheConnectionStays() throws Exception {
        OkHttpClient client = client();
        send(client).close();
        fake.faults().on("POST", "/count").next(Fault.refusedStream());

        try (Response other = client.newCall(
                        new Request.Builder().url(fake.baseUrl() + "/things/1").build())
                .execute()) {
            assertThat(other.code()).isEqualTo(200);
        }
        assertThatThrownBy(() -> send(client)).hasMessage("stream was reset: REFUSED_STREAM");
        try (Response next = send(client)) {
            assertThat(next.body().string()).isEqualTo("{\"count\":2}");
        }
        assertThat(fake.acceptedConnections()).isEqualTo(1);
        JournalEntry refused = fake.journal().requests().get(2);
        assertThat(refused.fault()).isEqualTo("refused stream");
        assertThat(refused.status()).isNull();
        assertThat(refused.executed()).isFalse();
    }

    @Test
    void aServerThatGoesAwayRefusesTheStreamAndTheNextRequestTakesAnotherConnection() throws Exception {
        OkHttpClient client = client();
        send(client).close();
        fake.faults().next(Fault.goAway());

        assertThatThrownBy(() -> send(client)).hasMessage("stream was reset: REFUSED_STREAM");
        try (Response next = send(client)) {
            assertThat(next.body().string()).isEqualTo("{\"count\":2}");
        }
        assertThat(fake.acceptedConnections()).isEqualTo(2);
    }

    @Test
    void theVeryFirstStreamMayBeRefused() throws Exception {
        OkHttpClient client = client();
        fake.faults().next(Fault.goAway()).next(Fault.refusedStream());

        assertThatThrownBy(() -> send(client)).hasMessage("stream was reset: REFUSED_STREAM");
        assertThatThrownBy(() -> send(client)).hasMessage("stream was reset: REFUSED_STREAM");
        assertThat(fake.executed).hasValue(0);
    }

    @Test
    void onHttp1ThereIsNoSuchThing() throws Exception {
        fake.faults().next(Fault.refusedStream());
        try (Response response = send(new OkHttpClient())) {
            assertThat(response.code()).isEqualTo(500);
            assertThat(response.body().string())
                    .isEqualTo("The fault 'refused stream' is impossible here: "
                            + "it needs HTTP/2, which a fake speaks after https(), to clients that do");
        }
    }

    private OkHttpClient client() throws Exception {
        fake.https();
        return Trust.in(fake).newBuilder().retryOnConnectionFailure(false).build();
    }

    private Response send(OkHttpClient client) throws IOException {
        return client.newCall(new Request.Builder()
                        .url(fake.baseUrl() + "/count")
                        .post(RequestBody.EMPTY)
                        .build())
                .execute();
    }
}
