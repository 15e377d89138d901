package dev.latchkey.benchmarks.load.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.benchmarks.server.LoopbackServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmHandlerTest {
    private static final Pattern ACCESS = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern REFRESH = Pattern.compile("\"refresh_token\":\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LoopbackServer server;
    private Realm realm;

    @BeforeEach
    void open() throws Exception {
        server = LoopbackServer.start(new RealmHandler());
        realm = Realm.open(server.baseUrl(), RealmSettings.QUICK);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void anIssuedTokenIsAcceptedAndAnotherIsRefusedAndCounted() throws Exception {
        String token = found(ACCESS, token("grant_type=password").body());

        assertThat(devices(token).body()).isEqualTo(RealmContent.DEVICES);
        assertThat(devices("other").statusCode()).isEqualTo(401);
        assertThat(realm.counts()).isEqualTo(new RealmCounts(1, 1, 1, 1));
        assertThat(realm.refusedCalls()).containsExactly("call");
    }

    @Test
    void realmsHaveNothingInCommon() throws Exception {
        String token = found(ACCESS, token("grant_type=password").body());

        assertThat(Realm.open(server.baseUrl(), RealmSettings.QUICK).counts()).isEqualTo(new RealmCounts(0, 0, 0, 0));
        assertThat(devices(token).statusCode()).isEqualTo(200);
    }

    @Test
    void oldTokensDieWithARotationIfThatIsSet() throws Exception {
        realm.set(RealmSettings.QUICK.killingOld());
        String first = token("grant_type=password").body();
        String second = token("grant_type=refresh_token&refresh_token=" + found(REFRESH, first))
                .body();

        assertThat(devices(found(ACCESS, first)).statusCode()).isEqualTo(401);
        assertThat(devices(found(ACCESS, second)).statusCode()).isEqualTo(200);
        assertThat(token("grant_type=refresh_token&refresh_token=" + found(REFRESH, first))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void oldTokensLiveOnIfNothingIsSet() throws Exception {
        String first = token("grant_type=password").body();
        token("grant_type=refresh_token&refresh_token=" + found(REFRESH, first));

        assertThat(devices(found(ACCESS, first)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRevocationKillsAccessTokensOnly() throws Exception {
        String first = token("grant_type=password").body();
        realm.revoke();

        assertThat(devices(found(ACCESS, first)).statusCode()).isEqualTo(401);
        assertThat(token("grant_type=refresh_token&refresh_token=" + found(REFRESH, first))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theTokenEndpointFailsIfThatIsSet() throws Exception {
        realm.set(RealmSettings.QUICK.token(0, 503));

        assertThat(token("grant_type=password").statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> token(String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(realm.tokenUrl()))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> devices(String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(realm.devicesUrl()))
                        .header("Authorization", "Bearer " + token)
                        .header("X-Request-Id", "call")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
