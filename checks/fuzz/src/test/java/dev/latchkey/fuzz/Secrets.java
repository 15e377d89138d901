package dev.latchkey.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the clients of the targets know, and no text of theirs may show. The leak check of the other modules takes no part: a
 * hostile server may say any of this, and then OkHttp and the JDK quote it in exceptions that never leave the SDK.
 */
final class Secrets {
    static final String MARKER = "LEAK7Q4Z";
    static final String PASSWORD = MARKER + "-pass word+";
    static final String TOKEN = MARKER + "-token";
    static final String REFRESH_TOKEN = MARKER + "-refresh-token";
    static final String KEY = MARKER + "-key";
    static final String CODE = MARKER + "-012345";
    static final String ISSUED = MARKER + "-issued";
    static final String ISSUED_REFRESH = MARKER + "-again";

    static final List<String> ALL = List.of(PASSWORD, TOKEN, REFRESH_TOKEN, KEY, CODE, ISSUED, ISSUED_REFRESH);

    private Secrets() {}

    /** Those that were sent. Others are unknown to a call, and a server that says them says a word like any other. */
    static List<String> in(List<String> requests) {
        return ALL.stream()
                .filter(secret -> requests.stream().anyMatch(request -> isIn(request, secret)))
                .toList();
    }

    private static boolean isIn(String text, String secret) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return text.contains(secret) || text.contains(form) || text.contains(form.replace("+", "%20"));
    }
}
