package dev.latchkey.core.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Makes words of a server fit for an error text: the call's secrets masked in every spelling, no control characters, bounded.
 * A text that holds a secret of fewer than six characters is withheld as a whole, since such a mask would tell it. It is masked before it is cut, and read only as far as
 * that takes.
 */
final class ServerText {
    static final int MESSAGE = 300;
    static final int CODE = 100;

    private static final String MASK = "***";
    /** Shorter secrets are words like any other, and their place in a sentence tells them. */
    private static final int SHORTEST = 6;
    /** Shorter ones are in every text, and of one or two bytes Base 64 does not show them all. */
    private static final int SHORTEST_SOUGHT = 3;

    private static final Set<String> SCHEMES = Set.of("bearer", "basic");
    private static final String BASIC = "Basic ";
    private static final Pattern PAIR_ENDS = Pattern.compile("[;,&\\s]+");

    private static final int LONGEST_CODE = 64;
    /** Of a secret, so that what has to be read beyond a cut is bounded. */
    private static final int LONGEST_PIECE = 512;

    private static final int MOST_TO_SEARCH = 256 * 1024;
    /** Escapes of escapes that are read back. */
    private static final int LAYERS = 4;
    /** A character as an HTML entity of each character of its percent escape. */
    private static final int LONGEST_SPELLING = 24;

    private static final int READ = 8 * 1024;

    private final List<byte[]> secrets = new ArrayList<>();
    private final List<byte[]> brief = new ArrayList<>();
    private boolean uncertain;
    private @Nullable SecretSearch search;

    /**
     * For a call.
     *
     * @param named certainly secrets
     * @param sent may hold secrets: headers, values in paths and bodies
     */
    ServerText(List<String> named, List<String> sent) {
        named.forEach(this::mask);
        for (String each : sent) {
            String value = each.trim();
            if (value.length() >= SHORTEST) {
                mask(value);
                values(value);
            } else if (value.length() >= SHORTEST_SOUGHT) {
                brief.add(bytes(value));
            }
        }
    }

    /** For what is said about a call: its own secrets are masked, and every token that it has sent. */
    static ServerText about(Execution execution) {
        List<String> sent = execution.sent();
        sent.addAll(SecretStrings.of(execution.plan()));
        return new ServerText(execution.secrets(), sent);
    }

    private void mask(String secret) {
        String value = secret.trim();
        if (value.isEmpty()) {
            return;
        }
        Spelled spelled = Spelled.plainly(value);
        for (int layer = 0; layer <= LAYERS; layer++) {
            if (Math.min(value.length(), spelled.bytes().length) < SHORTEST) {
                brief(spelled.bytes());
            } else {
                pieces(spelled.bytes());
            }
            Spelled next = spelled.unescaped();
            if (next == spelled) {
                break;
            }
            spelled = next;
        }
        // "Bearer abcdef" is two words, of which a server may repeat the second alone.
        int space = value.lastIndexOf(' ');
        boolean isToken =
                SCHEMES.contains(value.substring(0, Math.max(0, space)).toLowerCase(Locale.ROOT));
        if (space > 0 && (isToken || value.length() - space > SHORTEST)) {
            mask(value.substring(space + 1));
        }
        if (value.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            user(value.substring(BASIC.length()));
        }
        for (byte[] misread : Misread.of(value)) {
            if (misread.length >= SHORTEST) {
                pieces(misread);
            } else if (misread.length >= SHORTEST_SOUGHT) {
                brief.add(misread);
            }
        }
    }

    /** A gateway that knows the user's name and password from a header may speak of them as they are. */
    private void user(String base64) {
        ByteString decoded = ByteString.decodeBase64(base64);
        String user = decoded == null ? "" : decoded.utf8();
        int colon = user.indexOf(':');
        if (colon >= 0) {
            mask(user);
            mask(user.substring(colon + 1));
        }
    }

    /** Of a cookie and its like the value alone may be repeated. */
    private void values(String pairs) {
        for (String pair : PAIR_ENDS.split(pairs, -1)) {
            String value = pair.substring(pair.indexOf('=') + 1).replace("\"", "");
            if (value.length() >= SHORTEST && value.length() < pair.length()) {
                mask(value);
            }
        }
    }

    /** Where it is found, the text is withheld. What is too short to be looked for withholds all. */
    private void brief(byte[] secret) {
        uncertain |= secret.length < SHORTEST_SOUGHT;
        brief.add(secret);
    }

    private void pieces(byte[] secret) {
        for (int at = 0; at < secret.length; at += LONGEST_PIECE) {
            int end = secret.length - at < 2 * LONGEST_PIECE ? secret.length : at + LONGEST_PIECE;
            secrets.add(Arrays.copyOfRange(secret, at, end));
            if (end == secret.length) {
                return;
            }
        }
    }

    /** A code or a field's name: never masked, since it is what programs decide by. What cannot be one is text. */
    @Nullable
    String name(@Nullable String name) {
        return name == null || isName(name) ? name : cleaned(name, CODE);
    }

    /** Whether a name or code holds no secret: if it does, programs are told, and people are not. */
    boolean mayShow(@Nullable String name) {
        return name == null || name.equals(cleaned(name, CODE));
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_CODE
                && text.chars().allMatch(c -> c < 0x7f && (Character.isLetterOrDigit(c) || "_.-:/[]".indexOf(c) >= 0));
    }

    @Nullable
    String cleaned(@Nullable CharSequence text, int limit) {
        if (text == null) {
            return null;
        }
        int beyond = LONGEST_SPELLING * longestPiece();
        boolean whole = text.length() <= READ + beyond;
        CharSequence read = whole ? text : text.subSequence(0, READ + beyond);
        if (read.toString().trim().isEmpty()) {
            return null;
        }
        BitSet hidden = hidden(read);
        if (hidden == null) {
            return MASK;
        }
        return shown(read, hidden, whole ? read.length() : READ, whole, limit);
    }

    private int longestPiece() {
        return secrets.stream().mapToInt(piece -> piece.length).max().orElse(0);
    }

    /** The characters to be masked; null if that is not certain. */
    private @Nullable BitSet hidden(CharSequence text) {
        if (uncertain || SecretSearch.total(secrets) + SecretSearch.total(brief) > MOST_TO_SEARCH) {
            return null;
        }
        if (search == null) {
            search = new SecretSearch(secrets, brief);
        }
        Search found = new Search(search);
        Spelled spelled = Spelled.plainly(text);
        for (int layer = 0; layer <= LAYERS; layer++) {
            found.in(spelled);
            for (int skipped = 0; skipped < 2; skipped++) {
                found.inAllLayers(spelled.hex(skipped));
            }
            for (int skipped = 0; skipped < 4; skipped++) {
                found.inAllLayers(spelled.base64(skipped));
            }
            Spelled next = spelled.unescaped();
            if (next == spelled) {
                break;
            }
            spelled = next;
        }
        return found.brief ? null : found.hidden;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(CharSequence text, BitSet hidden, int end, boolean whole, int limit) {
        StringBuilder out = new StringBuilder(limit + MASK.length());
        int at = 0;
        while (at < end && out.length() <= limit) {
            if (hidden.get(at)) {
                out.append(MASK);
                at = hidden.nextClearBit(at);
            } else {
                char c = text.charAt(at++);
                boolean breaksLine = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
                out.append(breaksLine ? ' ' : c);
            }
        }
        String clean = out.toString().trim();
        boolean fits = whole && at >= end && clean.length() <= limit;
        return fits ? clean : cut(clean, limit);
    }

    private static String cut(String text, int limit) {
        int end = Math.min(text.length(), limit - 1);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** One text, searched in each of its spellings. */
    private static final class Search {
        private final SecretSearch search;
        private final BitSet hidden = new BitSet();
        private boolean brief;

        Search(SecretSearch search) {
            this.search = search;
        }

        void inAllLayers(Spelled first) {
            Spelled spelled = first;
            for (int layer = 0; layer <= LAYERS; layer++) {
                in(spelled);
                Spelled next = spelled.unescaped();
                if (next == spelled) {
                    return;
                }
                spelled = next;
            }
        }

        void in(Spelled spelled) {
            search.in(spelled.bytes(), (from, to, isBrief) -> {
                brief |= isBrief;
                if (from < to) {
                    hidden.set(spelled.firstCharacter(from), spelled.endOfCharacters(to - 1));
                }
            });
        }
    }
}
