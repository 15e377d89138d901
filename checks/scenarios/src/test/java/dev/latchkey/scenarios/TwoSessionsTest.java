package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.JournalEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Url;

/** Two sessions of one application keep their tokens apart, however their clients come from each other. */
class TwoSessionsTest {

    static Stream<Arguments> ways() {
        return Subjects.all()
                .flatMap(vendor -> Stream.of(Second.values())
                        .flatMap(second -> Stream.of(Way.values()).map(way -> Arguments.of(vendor, second, way))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void ofOneServerEachActsAsItself(Supplier<Subject> vendor, Second second, Way way) throws Exception {
        try (Subject subject = vendor.get();
                TestClient jane = subject.client();
                TestClient joe = subject.client()) {
            String ofJane = token(subject, jane);
            subject.fake().clock().advance(Duration.ofSeconds(2)); // so that tokens that tell the second differ
            String ofJoe = token(subject, joe);
            assertThat(ofJoe).isNotEqualTo(ofJane);
            OkHttpClient ofFirst = authorized(jane, new OkHttpClient.Builder());
            OkHttpClient ofSecond = authorized(joe, second.builder(ofFirst));

            assertThat(sent(subject, way, ofSecond, subject.protectedUrl())).isEqualTo(ofJoe);
            assertThat(sent(subject, way, ofFirst, subject.protectedUrl())).isEqualTo(ofJane);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void ofTwoServersEachGetsTheTokenOfItsSession(Supplier<Subject> vendor, Second second, Way way) throws Exception {
        try (Subject here = vendor.get();
                Subject there = vendor.get();
                TestClient jane = here.client();
                TestClient joe = there.client()) {
            String ofJane = token(here, jane);
            String ofJoe = token(there, joe);
            OkHttpClient ofFirst = authorized(jane, new OkHttpClient.Builder());
            OkHttpClient ofSecond = authorized(joe, second.builder(ofFirst));

            assertThat(sent(there, way, ofSecond, there.protectedUrl())).isEqualTo(ofJoe);
            assertThat(sent(here, way, ofSecond, here.protectedUrl()))
                    .isEqualTo(second == Second.OWN_CLIENT ? null : ofJane);
            assertThat(sent(there, way, ofFirst, there.protectedUrl())).isNull();
        }
    }

    private static OkHttpClient authorized(TestClient client, OkHttpClient.Builder builder) {
        return client.session().authorize(builder).build();
    }

    /** The fingerprint of the token with which a session calls. */
    private static String token(Subject subject, TestClient client) {
        client.read().execute();
        List<JournalEntry> requests = subject.fake().journal().requests();
        return Objects.requireNonNull(fingerprint(requests.get(requests.size() - 1)));
    }

    private static @Nullable String sent(Subject subject, Way way, OkHttpClient client, String url) throws Exception {
        int before = subject.fake().journal().requests().size();
        way.call(client, url);
        // Behind it may be the login page to which ControlByWeb redirects who has no token.
        assertThat(subject.fake().journal().requests()).hasSizeGreaterThan(before);
        return fingerprint(subject.fake().journal().requests().get(before));
    }

    private static @Nullable String fingerprint(JournalEntry entry) {
        String bearer = entry.fingerprint("Authorization");
        return bearer == null ? entry.fingerprint("X-Access-Token") : bearer;
    }

    /** Where the second session's client comes from. */
    enum Second {
        OWN_CLIENT,
        DERIVED_CLIENT;

        OkHttpClient.Builder builder(OkHttpClient first) {
            return this == OWN_CLIENT ? new OkHttpClient.Builder() : first.newBuilder();
        }
    }

    enum Way {
        CALL,
        RETROFIT {
            @Override
            void call(OkHttpClient client, String url) throws IOException {
                Api api = new Retrofit.Builder()
                        .baseUrl(url + "/")
                        .client(client)
                        .build()
                        .create(Api.class);
                api.get(url).execute();
            }
        },
        WEB_SOCKET {
            /** The fakes shake no hands, but they note who wants to. */
            @Override
            void call(OkHttpClient client, String url) {
                CompletableFuture<Throwable> refused = new CompletableFuture<>();
                client.newWebSocket(new Request.Builder().url(url).build(), new WebSocketListener() {
                    @Override
                    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
                        refused.complete(failure);
                    }
                });
                refused.join();
            }
        };

        void call(OkHttpClient client, String url) throws IOException {
            try (Response response =
                    client.newCall(new Request.Builder().url(url).build()).execute()) {
                response.body().bytes();
            }
        }
    }

    interface Api {
        @GET
        Call<ResponseBody> get(@Url String url);
    }
}
