package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Failures of what is not ours: drivers of databases quote what they could not write, and OkHttp quotes a peer that speaks no
 * HTTP; whole, the start, or bytes in hex. Of one that shows a piece of a token, the kind and the place are left.
 */
public final class QuotedTokens {
    private static final int DEEPEST = 10;
    /** Less of a token tells nothing. */
    private static final int TELLING = 8;

    private QuotedTokens() {}

    /** The failure of a store itself if none of its texts holds a piece of the tokens. */
    static IOException leftOut(IOException failure, @Nullable Tokens tokens) {
        List<String> all = new ArrayList<>();
        if (tokens != null) {
            add(all, tokens.accessToken());
            add(all, tokens.refreshToken());
            add(all, tokens.key());
        }
        return leftOut(failure, all);
    }

    private static void add(List<String> all, @Nullable String token) {
        if (token != null) {
            all.add(token);
        }
    }

    /**
     * The failure itself if none of its texts holds a piece of the tokens.
     *
     * @param failure of others' code
     * @param tokens that may be quoted, or header fields with them
     * @return a failure to be shown
     */
    public static IOException leftOut(IOException failure, Collection<String> tokens) {
        if (tokens.stream().noneMatch(token -> isQuotedIn(failure, token, 0))) {
            return failure;
        }
        Throwable cause = failure.getCause();
        IOException wordless = new IOException(failure.getClass().getName()
                + (cause == null ? "" : ", " + cause.getClass().getName())
                + ", of which the text is left out: it quotes a token");
        wordless.setStackTrace(failure.getStackTrace());
        return wordless;
    }

    private static boolean isQuotedIn(@Nullable Throwable failure, String token, int depth) {
        if (failure == null) {
            return false;
        }
        if (depth == DEEPEST || holdsPieceOf(token, failure.toString())) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (isQuotedIn(suppressed, token, depth + 1)) {
                return true;
            }
        }
        return isQuotedIn(failure.getCause(), token, depth + 1);
    }

    private static boolean holdsPieceOf(String token, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        int length = Math.min(TELLING, token.length());
        for (int at = 0; length > 0 && at + length <= token.length(); at++) {
            String piece = token.substring(at, at + length);
            String hex = ByteString.encodeUtf8(piece).hex();
            if (text.contains(piece) || small.contains(hex)) {
                return true;
            }
        }
        return false;
    }
}
