package dev.latchkey.fake.internal;

import java.util.concurrent.ThreadLocalRandom;

/** Random text for the secrets of a fake, which need to be different rather than hard to guess. */
public final class RandomText {
    private static final String HEX = "0123456789abcdef";
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BASE64_URL = ALPHANUMERIC + "-_";

    private RandomText() {}

    /** Lower case hex digits. */
    public static String hex(int length) {
        return of(HEX, length);
    }

    /** Letters and digits. */
    public static String alphanumeric(int length) {
        return of(ALPHANUMERIC, length);
    }

    /** Characters of URL-safe base 64. */
    public static String base64Url(int length) {
        return of(BASE64_URL, length);
    }

    private static String of(String alphabet, int length) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
