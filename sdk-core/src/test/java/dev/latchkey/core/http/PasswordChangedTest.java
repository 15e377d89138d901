package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.Credentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session does once its user's password has been changed. */
class PasswordChangedTest extends HttpTest {
    private static final String OLD = TestVendor.LEAK + "-password";
    private static final String NEW = TestVendor.LEAK + "-new";

    @BeforeEach
    void loginsAreRemote() {
        vendor.service = RemoteTokens::new;
    }

    @Test
    void theTokenGoesOnAndLaterLoginsUseTheNewOne() throws Exception {
        HttpApi http = http();
        answer(200, "one");
        http.session().ensure().execute();

        http.passwordChanged(new Credentials("jane", NEW));
        answer(200);
        http.get("/x").returningNothing().execute();
        answer(200, "two");
        http.session().login().execute();

        assertThat(taken().getBody().utf8()).contains(OLD);
        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer one");
        assertThat(taken().getBody().utf8()).contains(NEW);
    }

    @Test
    void aSupplierIsNotAskedAnyMore() throws Exception {
        HttpApi http = http(builder().credentials(() -> new Credentials("jane", OLD)));
        answer(200, "one");
        http.session().ensure().execute();

        http.passwordChanged(new Credentials("jane", NEW));
        answer(200, "two");
        http.session().login().execute();

        assertThat(taken().getBody().utf8()).contains(OLD);
        assertThat(taken().getBody().utf8()).contains(NEW);
    }

    @Test
    void thatOfAnotherUserIsNotTaken() throws Exception {
        HttpApi http = http();

        http.passwordChanged(new Credentials("joe", NEW));
        answer(200, "one");
        http.session().login().execute();

        assertThat(taken().getBody().utf8()).contains(OLD);
    }

    @Test
    void aSessionWithoutCredentialsGetsNone() throws Exception {
        HttpApi http = http(new TestClientBuilder(vendor)
                .baseUrl(server.url("/").toString())
                .starting(TestVendor.LEAK + "-refresh"));

        http.passwordChanged(new Credentials("jane", NEW));
        answer(401);
        try {
            http.session().ensure().execute();
        } catch (SessionExpiredException e) {
            assertThat(server.getRequestCount()).isEqualTo(1);
            assertThat(taken().getBody().utf8()).startsWith("refresh_token=");
            return;
        }
        throw new AssertionError("there is nothing to log in with");
    }
}
