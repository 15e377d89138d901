package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.RandomText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Makes tokens that look like the real ones, each with the marker in it. */
final class TokenText {
    private static final int SIGNATURE = 683;
    private static final int REFRESH_DIGITS = 672;
    private static final int CERTIFICATE_REQUEST = 32;
    private static final int DEVICE_ACCESS = 32;
    private static final int RESET_DIGITS = 64;

    private final ControlByWebSettings settings;

    TokenText(ControlByWebSettings settings) {
        this.settings = settings;
    }

    String access(int userId, Instant issued, Instant expires) {
        String payload = Json.text(Json.object(
                "aud", "1",
                "jti", RandomText.hex(80),
                "iat", issued.getEpochSecond(),
                "nbf", issued.getEpochSecond(),
                "exp", expires.getEpochSecond(),
                "sub", Integer.toString(userId),
                "scopes", List.of()));
        return base64("{\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + base64(payload) + "."
                + marked(RandomText.base64Url(SIGNATURE));
    }

    String refresh() {
        return "def50200" + marked(RandomText.hex(REFRESH_DIGITS));
    }

    String certificateRequest() {
        return marked(RandomText.alphanumeric(CERTIFICATE_REQUEST));
    }

    String deviceAccess() {
        return marked(RandomText.alphanumeric(DEVICE_ACCESS));
    }

    String reset() {
        return marked(RandomText.hex(RESET_DIGITS));
    }

    /** With no marker the text as it is; with one, the marker and enough of the text to be unique. */
    private String marked(String random) {
        String marker = settings.secretMarker();
        return marker + random.substring(Math.min(marker.length(), random.length() / 2));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
