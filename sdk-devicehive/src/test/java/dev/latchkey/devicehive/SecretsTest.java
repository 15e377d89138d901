package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiResponse;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String MARKER = SecretLeaks.MARKER;

    @Fake
    final FakeDeviceHive fake = Marked.fake("jane");

    @Test
    void recordsShowNoSecret() {
        assertThat(List.of(new JwtTokens(MARKER, MARKER), new JwtTokens(MARKER, null))
                        .toString())
                .isEqualTo("[JwtTokens[accessToken=***, refreshToken=***], JwtTokens[accessToken=***]]");
    }

    @Test
    void nothingThatAClientHandsOutShowsASecret() {
        TokenStore store = TokenStore.inMemory();
        DeviceHiveClient.Builder builder = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .tokenStore(store);
        try (DeviceHiveClient client = builder.build()) {
            JwtTokens login = client.token().login("jane", Marked.PASSWORD).execute();
            String plugins = Marked.pluginToken(fake);
            ApiResponse<JwtPayload> verified =
                    client.plugin().authenticate(plugins).executeForResponse();
            client.session().login().execute();
            assertThat(login.accessToken()).contains(MARKER);

            assertThat(List.of(
                                    builder,
                                    DeviceHiveClient.builder().accessToken(login.accessToken()),
                                    DeviceHiveClient.builder().refreshToken(login.refreshToken()),
                                    client,
                                    client.session(),
                                    client.token(),
                                    client.plugin(),
                                    client.token().login("jane", Marked.PASSWORD),
                                    client.token().refresh(login.refreshToken()),
                                    client.plugin().authenticate(plugins),
                                    login,
                                    login.accessPayload(),
                                    verified,
                                    verified.value(),
                                    store)
                            .toString())
                    .doesNotContain(MARKER);
            assertThat(verified.rawBody()).isNull();
            assertThat(fake.journal().toString()).doesNotContain(MARKER);
        }
    }

    @Test
    void noFailureShowsASecret() {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", "wrong-" + MARKER)
                .build()) {
            requireNoSecret(
                    () -> client.token().login("jane", "wrong-" + MARKER).execute());
            requireNoSecret(() -> client.token().refresh("refresh-" + MARKER).execute());
            requireNoSecret(
                    () -> client.plugin().authenticate("plugin-" + MARKER).execute());
            requireNoSecret(() -> client.plugin()
                    .createToken(NewPluginToken.builder(Marked.TOPIC).build())
                    .execute());
        }
    }

    @Test
    void aTokenInTheQueryShowsInNoFailureWhateverTheServerRepeats() {
        String token = "a+b/" + MARKER;
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .build()) {
            for (Fault fault : List.of(
                    Fault.status(401)
                            .json("{\"error\":401,\"message\":\"no " + token + " or a%2Bb%2F" + MARKER + "\"}"),
                    Fault.html(502),
                    Fault.reset(),
                    Fault.truncated(),
                    Fault.status(302).header("Location", "http://127.0.0.1/?token=" + token))) {
                fake.faults().next(fault);
                requireNoSecret(() ->
                        client.plugin().authenticate(token).withoutRetries().execute());
            }
        }
    }

    /** The server's validator does so with one that is too long. */
    @ParameterizedTest
    @ValueSource(strings = {"x%s", "a): %s ;", "On property x (value: 1): %s ;", "\u00e4\"\\%s"})
    void aPasswordThatTheServerQuotesShowsNowhere(String form) {
        String password = form.formatted(MARKER);
        String quoted = "{\"error\":400,\"message\":\"Error! Validation failed: \\nOn property password (value: "
                + password.replace("\\", "\\\\").replace("\"", "\\\"")
                + "): The length of password should be from 6 to 128 symbols. ; \"}";
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", password)
                .build()) {
            fake.faults().on("POST", "/token").always(Fault.status(400).json(quoted));

            requireNoSecret(() -> client.token().login("jane", password).execute());
            requireNoSecret(() -> client.session().login().execute());
        }
    }

    @Test
    void noRequestAboutUsersShowsItsPassword() {
        User jane = new User(1, "jane", UserRole.CLIENT, UserStatus.ACTIVE, null, "{}", false, true, null);

        assertThat(List.of(
                                NewUser.builder("jane", MARKER, UserRole.CLIENT).build(),
                                NewUser.builder("jane", MARKER, UserRole.CLIENT),
                                UserUpdate.of(jane).password(MARKER).build(),
                                CurrentUserUpdate.of(jane).password(MARKER).build(),
                                UserQuery.all(),
                                NameQuery.all(),
                                NameQuery.all())
                        .toString())
                .doesNotContain(MARKER)
                .contains("NewUser[login=jane, role=1, status=null, password=***");
    }

    /** The server's validator does so with one that is too long, which the SDK does not send; another server may sooner. */
    @Test
    void aUsersPasswordThatTheServerQuotesShowsNowhere() {
        String password = "new-" + MARKER;
        Fault quoting = Fault.status(400)
                .json("{\"error\":400,\"message\":\"Error! Validation failed: \\nOn property password (value: "
                        + password + "): too long ; \"}");
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .build()) {
            UserOperations users = client.users();
            User jane = users.current().execute();

            fake.faults().on("POST", "/api/rest/user").next(quoting);
            requireNoSecret(() -> users.create(
                            NewUser.builder("ann", password, UserRole.CLIENT).build())
                    .execute());
            fake.faults().on("PUT", "/api/rest/user/{id}").next(2, quoting);
            requireNoSecret(
                    () -> users.update(1, UserUpdate.of(jane).password(password).build())
                            .execute());
            requireNoSecret(() -> users.changePassword(1, password).execute());
            fake.faults().on("PUT", "/api/rest/user/current").next(2, quoting);
            requireNoSecret(() -> users.updateCurrent(
                            CurrentUserUpdate.of(jane).password(password).build())
                    .execute());
            requireNoSecret(() -> users.changePassword(password).execute());
        }
    }

    private static void requireNoSecret(Runnable call) {
        try {
            call.run();
        } catch (ApiException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            String fields =
                    e instanceof BadRequestException bad ? bad.fieldErrors().toString() : "";
            assertThat(trace + fields + e.rawBody()).doesNotContain(MARKER);
            return;
        }
        throw new AssertionError("the call should have failed");
    }
}
