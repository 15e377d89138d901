package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.SessionKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A session's key as a row has it. Names may be longer than a database can index, and its collation may take two of them
 * for one, so that the primary key is a hash of their bytes. The names stand beside it to be read and to be compared.
 *
 * @param id the primary key
 * @param vendor as in the session's key
 * @param baseUrl as in the session's key
 * @param identity as in the session's key
 */
record RowKey(String id, String vendor, String baseUrl, String identity) {

    static RowKey of(SessionKey key) {
        return new RowKey(hash(key), storable(key.vendor()), storable(key.baseUrl()), storable(key.identity()));
    }

    private static String hash(SessionKey key) {
        MessageDigest digest = sha256();
        for (String part : new String[] {key.vendor(), key.baseUrl(), key.identity()}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // Without the length, the end of one part could be the start of the next.
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** PostgreSQL stores no NUL, and no encoding has half a character. */
    private static String storable(String name) {
        StringBuilder text = new StringBuilder(name.length());
        name.codePoints()
                .forEach(c -> text.append(
                        c == 0 || Character.getType(c) == Character.SURROGATE
                                ? String.format("\\u%04x", c)
                                : Character.toString(c)));
        return text.toString();
    }
}
