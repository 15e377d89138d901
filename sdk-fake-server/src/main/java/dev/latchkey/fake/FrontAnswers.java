package dev.latchkey.fake;

import dev.latchkey.fake.internal.Reason;

/** What comes from something in front of the server (a gateway, a firewall, a login page) in the place of its answer. */
final class FrontAnswers {
    private static final String LOGIN_FORM = """
            <!DOCTYPE html>
            <html><head><title>Log in</title></head><body>
            <form method="post" action="/login">
            <input name="username"><input name="password" type="password"><button>Log in</button>
            </form>
            </body></html>
            """;

    private FrontAnswers() {}

    static FakeResponse page(int status) {
        String text = status + " " + Reason.of(status);
        return challenging(FakeResponse.html(
                status,
                "<!DOCTYPE html>\n<html><head><title>" + text + "</title></head><body><center><h1>" + text
                        + "</h1></center><hr><center>gateway</center></body></html>\n"));
    }

    static FakeResponse text(int status) {
        return challenging(FakeResponse.text(status, Reason.of(status) + "\n"));
    }

    static FakeResponse loginPage() {
        return FakeResponse.html(200, LOGIN_FORM);
    }

    static FakeResponse redirectToLogin() {
        return FakeResponse.html(302, "<a href=\"/login\">Log in</a>\n").header("Location", "/login");
    }

    private static FakeResponse challenging(FakeResponse answer) {
        FakeResponse named = answer.header("Server", "gateway");
        return switch (answer.status()) {
            case 401 -> named.header("WWW-Authenticate", "Basic realm=\"gateway\"");
            case 407 -> named.header("Proxy-Authenticate", "Basic realm=\"gateway\"");
            default -> named;
        };
    }
}
