package dev.latchkey.fake.webitel;

import dev.latchkey.fake.Client.Answer;
import java.io.IOException;
import java.time.Duration;

/**
 * The requests of the recordings, which their names tell: an operation and what was special, as in {@code whoami-expired}.
 * A recording with a name made of these words is replayed without a change here.
 */
final class RecordedRequests {
    static final String USER = "100@mydomain.com";
    static final String PASSWORD = "secret";

    private final FakeWebitel fake;
    private final WebitelCaller caller;

    RecordedRequests(FakeWebitel fake) {
        this.fake = fake;
        this.caller = new WebitelCaller(fake);
    }

    Answer send(String situation) throws IOException {
        if (situation.startsWith("login")) {
            return logIn(rest(situation, "login"));
        }
        if (situation.startsWith("logout")) {
            return logOut(rest(situation, "logout"));
        }
        if (situation.startsWith("whoami")) {
            return whoami(rest(situation, "whoami"));
        }
        if (situation.startsWith("domain-token")) {
            return withDomainToken(rest(situation, "domain-token"));
        }
        throw unknown(situation);
    }

    private Answer logIn(String special) throws IOException {
        return switch (special) {
            case "" -> caller.logIn(USER, PASSWORD);
            case "root" -> caller.logIn("root", PASSWORD);
            case "bad" -> caller.logIn(USER, "wrong");
            case "empty" -> caller.logIn("", "");
            case "unknown" -> caller.logIn("999@mydomain.com", PASSWORD);
            case "form" -> caller.logInWithForm(USER, PASSWORD);
            case "badjson" -> caller.logInWithText("{\"username\":");
            default -> throw unknown("login-" + special);
        };
    }

    private Answer logOut(String special) throws IOException {
        TokenPair pair = fake.logIn(USER);
        return switch (special) {
            case "" -> caller.logOut(pair);
            case "none" -> caller.logOut();
            case "nokey" -> caller.logOut("X-Access-Token", pair.token());
            case "unknown" -> caller.logOut("X-Access-Token", pair.token(), "X-Key", "unknown");
            case "again" -> {
                caller.logOut(pair);
                yield caller.logOut(pair);
            }
            default -> throw unknown("logout-" + special);
        };
    }

    private Answer whoami(String special) throws IOException {
        TokenPair pair = fake.logIn(USER);
        return switch (special) {
            case "" -> caller.whoami(pair);
            case "none" -> caller.whoami();
            case "nokey" -> caller.whoami("X-Access-Token", pair.token());
            case "query" -> caller.get("/api/v2/whoami?access_token=" + pair.token() + "&x_key=" + pair.key());
            case "expired" -> {
                fake.clock().advance(Duration.ofDays(100));
                yield caller.whoami(pair);
            }
            default -> throw unknown("whoami-" + special);
        };
    }

    private Answer withDomainToken(String special) throws IOException {
        DomainToken token = fake.createDomainToken("mydomain.com");
        return switch (special) {
            case "nokey" -> caller.whoami("X-Access-Token", token.token());
            case "disabled" -> {
                fake.disableDomainToken(token.token());
                yield caller.whoami("X-Access-Token", token.token());
            }
            case "logout" -> caller.logOut("X-Access-Token", token.token());
            default -> throw unknown("domain-token-" + special);
        };
    }

    private static String rest(String situation, String operation) {
        String rest = situation.substring(operation.length());
        return rest.startsWith("-") ? rest.substring(1) : rest;
    }

    private static AssertionError unknown(String situation) {
        return new AssertionError("say here what request " + situation + " is the answer to");
    }
}
