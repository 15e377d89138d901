package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that answers a login with a redirect to nowhere, and the info that it wants a code. */
class OneTimePasswordTest {
    @Fake
    final FakeWebitel fake = Marked.fake();

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger good = new AtomicInteger(1);

    @BeforeEach
    void wantCodes() {
        fake.addUser(FakeUser.builder("root", Marked.PASSWORD)
                .oneTimePassword(() -> Marked.CODE + good.get())
                .build());
    }

    @Test
    void theHookIsAskedOnceALoginAndNeverWhereNoCodeIsWanted() {
        try (WebitelClient client = root(() -> Marked.CODE + asked.incrementAndGet())) {
            whoami(client);
            assertThat(asked).hasValue(1);
            assertThat(fake.journal().count("POST", "/login")).isEqualTo(2);

            good.set(2);
            client.session().renew().execute();
            assertThat(asked).hasValue(2);
        }
        try (WebitelClient user = Marked.client(fake)
                .oneTimePassword(() -> Marked.CODE + asked.incrementAndGet())
                .build()) {
            whoami(user);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void aWrongCodeIsSentOnceAndDoesNotCountAgainstThePassword() {
        good.set(2);
        try (WebitelClient client = root(() -> Marked.CODE + asked.incrementAndGet())) {
            MfaRequiredException e = assertThrows(MfaRequiredException.class, () -> whoami(client));

            assertThat(e).hasMessageContaining("The server refused the one-time password.");
            assertThat(e)
                    .cause()
                    .isInstanceOf(MfaRequiredException.class)
                    .hasMessageContaining("code incorrect")
                    .hasCauseInstanceOf(UnauthorizedException.class);
            assertThat(asked).hasValue(1);
            assertThat(fake.journal().count("POST", "/login")).isEqualTo(2);

            client.session().login().execute();
            assertThat(client.session().state()).isEqualTo(SessionState.ACTIVE);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void withoutAHookTheCallSaysWhatIsMissing() {
        try (WebitelClient client = WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("root", Marked.PASSWORD)
                .build()) {
            MfaRequiredException e = assertThrows(MfaRequiredException.class, () -> whoami(client));

            assertThat(e).hasMessageContaining("oneTimePassword(…)");
            assertThat(fake.journal().count("POST", "/login")).isOne();
        }
    }

    @Test
    void theCodeTravelsInTheQueryAndShowsNowhere() {
        try (WebitelClient client = root(() -> Marked.CODE + "1")) {
            whoami(client);

            assertThat(fake.journal().requests("POST", "/login").get(1).target())
                    .isEqualTo("/login?code=***");
        }
    }

    private WebitelClient root(OneTimePassword hook) {
        return WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("root", Marked.PASSWORD)
                .oneTimePassword(hook)
                .build();
    }

    private static void whoami(WebitelClient client) {
        client.request("GET", "/api/v2/whoami").returningText().execute();
    }
}
