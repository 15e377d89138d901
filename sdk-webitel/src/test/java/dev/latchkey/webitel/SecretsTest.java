package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiResponse;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String MARKER = SecretLeaks.MARKER;

    @Fake
    final FakeWebitel fake = Marked.fake();

    @Test
    void nothingThatAClientHandsOutShowsASecret() {
        TokenStore store = TokenStore.inMemory();
        WebitelClient.Builder builder = Marked.client(fake).tokenStore(store);
        try (WebitelClient client = builder.build();
                WebitelClient ofDomain = WebitelClient.builder()
                        .baseUrl(fake.baseUrl())
                        .domainToken("static-" + MARKER)
                        .build()) {
            client.session().login().execute();
            ApiResponse<LoginAnswer> response =
                    client.auth().login(Marked.USER, Marked.PASSWORD).executeForResponse();
            LoginAnswer login = response.value();
            assertThat(login.token()).contains(MARKER);
            assertThat(login.key()).contains(MARKER);

            assertThat(List.of(
                                    builder,
                                    client,
                                    client.session(),
                                    client.auth(),
                                    client.auth().login(Marked.USER, Marked.PASSWORD, Marked.CODE),
                                    client.auth().logout(login.token(), login.key()),
                                    login,
                                    response,
                                    client.profile(),
                                    store,
                                    ofDomain,
                                    ofDomain.session())
                            .toString())
                    .doesNotContain(MARKER);
            assertThat(login.toString()).contains(Marked.USER, "token=***, key=***");
            assertThat(response.rawBody()).isNull();
            assertThat(fake.journal().toString()).doesNotContain(MARKER);
        }
    }

    @Test
    void noFailureShowsASecret() {
        fake.addUser(FakeUser.builder("root", Marked.PASSWORD)
                .oneTimePassword(Marked.CODE)
                .build());
        try (WebitelClient client = WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(Marked.USER, "wrong-" + MARKER)
                .build()) {
            requireNoSecret(
                    () -> client.auth().login(Marked.USER, "wrong-" + MARKER).execute());
            requireNoSecret(() -> client.auth().login("root", Marked.PASSWORD).execute());
            requireNoSecret(() -> client.auth()
                    .login("root", Marked.PASSWORD, "000000" + MARKER)
                    .execute());
            requireNoSecret(() ->
                    client.auth().logout("token-" + MARKER, "key-" + MARKER).execute());
            requireNoSecret(() -> client.session().login().execute());
            requireNoSecret(() -> client.session()
                    .login(new Credentials(Marked.USER, "another-" + MARKER))
                    .execute());
        }
    }

    @Test
    void whatManagesIdentitiesShowsNoSecret() {
        fake.addUser(FakeUser.builder("root", Marked.PASSWORD).build());
        try (WebitelClient root =
                Marked.client(fake).credentials("root", Marked.PASSWORD).build()) {
            NewDomainToken token = root.domainTokens("mydomain.com")
                    .create("user", fake.clock().instant().plusSeconds(60))
                    .execute();
            SecuritySettings security = root.security().newSecret().execute();
            NewAccount account = NewAccount.builder("110", "user")
                    .password(Marked.PASSWORD)
                    .parameter("vm-password", Marked.PASSWORD)
                    .build();
            AccountUpdate update =
                    AccountUpdate.builder().password(Marked.PASSWORD).build();

            assertThat(token.token()).contains(MARKER);
            assertThat(security.secret()).contains(MARKER);
            assertThat(List.of(
                                    token,
                                    security,
                                    account,
                                    update,
                                    root.security().setEnabled(true, Marked.CODE),
                                    root.accounts("mydomain.com").create(account),
                                    root.accounts("mydomain.com").update("110", update))
                            .toString())
                    .doesNotContain(MARKER);
            assertThat(root.security().get().executeForResponse().rawBody()).isNull();
            root.accounts("mydomain.com").create(account).execute();
            assertThat(fake.journal().requests().toString()).doesNotContain(MARKER);
        }
    }

    @Test
    void aServerThatRepeatsWhatWasSentIsNotQuoted() {
        fake.faults().next(repeating(Marked.PASSWORD, Marked.CODE));
        fake.faults().next(repeating("token-" + MARKER, "key-" + MARKER));
        try (WebitelClient client = Marked.client(fake).build()) {
            requireNoSecret(() -> client.auth()
                    .login(Marked.USER, Marked.PASSWORD, Marked.CODE)
                    .execute());
            String text = failure(() -> client.auth()
                            .logout("token-" + MARKER, "key-" + MARKER)
                            .execute())
                    .getMessage();
            assertThat(text).endsWith("no: *** ***").doesNotContain(MARKER);
            client.session().login().execute();
            fake.faults().next(repeating(Marked.PASSWORD, Marked.PASSWORD));
            requireNoSecret(() -> client.accounts("mydomain.com")
                    .update(
                            "100",
                            AccountUpdate.builder().password(Marked.PASSWORD).build())
                    .execute());
            fake.faults().next(repeating(Marked.CODE, Marked.CODE));
            requireNoSecret(
                    () -> client.security().setEnabled(false, Marked.CODE).execute());
        }
    }

    private static Fault repeating(String one, String other) {
        return Fault.status(400).json("{\"status\":\"error\",\"info\":\"no: " + one + " " + other + "\"}");
    }

    private static void requireNoSecret(Runnable call) {
        ApiException e = failure(call);
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString() + e.rawBody()).doesNotContain(MARKER);
    }

    private static ApiException failure(Runnable call) {
        try {
            call.run();
        } catch (ApiException e) {
            return e;
        }
        throw new AssertionError("the call should have failed");
    }
}
