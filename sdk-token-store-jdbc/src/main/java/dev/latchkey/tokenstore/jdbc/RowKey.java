package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.store.SessionKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A session's key as a row has it. Names may be longer than a database can index, and its collation may take two of them
 * for one, so that the primary key is a hash of them. The names stand beside it for people, in ASCII and cut to fit.
 *
 * @param session the key itself
 * @param id the primary key
 * @param vendor as in the session's key
 * @param baseUrl as in the session's key
 * @param identity as in the session's key
 */
record RowKey(SessionKey session, String id, String vendor, String baseUrl, String identity) {
    private static final int VENDOR = 100;
    private static final int NAME = 1000;

    static RowKey of(SessionKey key) {
        return new RowKey(
                key, hash(key), shown(key.vendor(), VENDOR), shown(key.baseUrl(), NAME), shown(key.identity(), NAME));
    }

    private static String hash(SessionKey key) {
        MessageDigest digest = sha256();
        for (String part : new String[] {key.vendor(), key.baseUrl(), key.identity()}) {
            // Without the length, the end of one part could be the start of the next.
            String text = part.length() + ":" + part;
            for (int i = 0; i < text.length(); i++) {
                digest.update(
                        (byte) (text.charAt(i) >> 8)); // By hand: encodings make a question mark of half a character.
                digest.update((byte) text.charAt(i));
            }
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

    private static String shown(String name, int longest) {
        String text = Ascii.escaped(name);
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
