package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;

import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.fake.webitel.TokenPair;
import dev.latchkey.webitel.WebitelClient;
import java.time.Duration;

/** Webitel's two operations. */
final class WebitelRows extends Rows<FakeWebitel, WebitelClient> {
    WebitelRows() {
        super("webitel");
        add(
                operation("auth.login", s -> s.client().auth().login(s.username(), PASSWORD))
                        .repeating(Repeats.NEVER)
                        .reading(Reads.JSON_AS_FAR_AS_IT_COMES),
                operation("auth.logout", s -> {
                            // Two logins within a millisecond have the same token, and this one would be the session's.
                            s.fake().clock().advance(Duration.ofSeconds(1));
                            TokenPair pair = s.fake().logIn(s.username());
                            return s.client().auth().logout(pair.token(), pair.key());
                        })
                        .reading(Reads.CONFIRMATION)
                        .withoutSession());
    }
}
