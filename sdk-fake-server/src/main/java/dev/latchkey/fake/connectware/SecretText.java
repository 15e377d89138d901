package dev.latchkey.fake.connectware;

import dev.latchkey.fake.internal.Base32;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.RandomText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** Makes secrets that look like real ones, each with the marker in it. */
final class SecretText {
    private static final int SIGNATURE = 342;
    private static final int CHALLENGE = 43;
    private static final int BACKUP_CODE = 10;
    private static final int KEY = 32;
    private static final int KEY_BLOCK = 8;
    private static final Pattern BASE_32 = Pattern.compile("[" + Base32.ALPHABET + "]*");

    private final ConnectwareSettings settings;

    SecretText(ConnectwareSettings settings) {
        this.settings = settings;
    }

    /** A JSON web token of this user; its signature means nothing. */
    String token(User user, Instant issued, Instant expires) {
        String payload = Json.text(Json.object(
                "jti", RandomText.hex(32),
                "sub", user.id,
                "iat", issued.getEpochSecond(),
                "exp", expires.getEpochSecond()));
        return base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(payload) + "."
                + marked(RandomText.base64Url(SIGNATURE));
    }

    /** What stands for the password in the second step of a login. */
    String challenge() {
        return marked(RandomText.base64Url(CHALLENGE));
    }

    String backupCode() {
        return settings.secretMarker() + RandomText.alphanumeric(BACKUP_CODE);
    }

    /** A key of 20 bytes, or more if the marker is long; with the marker if Base 32 can spell it. */
    String oneTimePasswordKey() {
        String marker = settings.secretMarker();
        String prefix = BASE_32.matcher(marker).matches() ? marker : "";
        int length = Math.max(KEY, (prefix.length() / KEY_BLOCK + 2) * KEY_BLOCK);
        return prefix + Base32.random(length - prefix.length());
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
