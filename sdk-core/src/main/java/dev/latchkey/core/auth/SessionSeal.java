package dev.latchkey.core.auth;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a session one whose access token is a sealed text of the whole, or without tokens its profile. What stands outside of it is for the inner store
 * alone: a session that is opened comes from inside, and has to be the one that it is said to be.
 */
final class SessionSeal {
    private static final int FORMAT = 1;
    private static final Pattern SEALED = Pattern.compile("sealed([0-9]{1,9}):(.*)", Pattern.DOTALL);

    private final List<AesGcm> keys;
    private final boolean opensPlain;

    private SessionSeal(List<AesGcm> keys, boolean opensPlain) {
        this.keys = keys;
        this.opensPlain = opensPlain;
    }

    static SessionSeal with(SecretKey key) {
        return new SessionSeal(List.of(AesGcm.with(key)), false);
    }

    SessionSeal alsoOpening(SecretKey former) {
        List<AesGcm> all = new ArrayList<>(keys);
        all.add(AesGcm.with(former));
        return new SessionSeal(List.copyOf(all), opensPlain);
    }

    SessionSeal openingPlain() {
        return new SessionSeal(keys, true);
    }

    /** Seals with the first key. */
    StoredSession close(StoredSession session) throws IOException {
        boolean hasTokens = session.tokens() != null;
        if (!hasTokens && session.logins().equals(LoginNotes.NONE)) {
            return session;
        }
        try {
            String sealed = "sealed" + FORMAT + ":" + keys.get(0).seal(StoredSessionJson.write(session));
            return new StoredSession(
                    session.key(),
                    session.generation(),
                    session.version(),
                    hasTokens ? new Tokens(sealed, null, null) : null,
                    session.obtainedAt(),
                    session.lifetime(),
                    hasTokens ? null : sealed,
                    session.renewingSince());
        } catch (GeneralSecurityException | ProviderException e) {
            throw unusable(e);
        }
    }

    /** Opens with whichever key fits. */
    StoredSession open(SessionKey key, StoredSession kept) throws IOException {
        if (kept.tokens() == null) {
            return withoutTokens(key, kept);
        }
        Matcher sealed = sealedIn(kept);
        return sealed.matches() ? inside(key, kept, sealed) : plain(kept);
    }

    /** That a session was logged out is for all to see, so what cannot be opened costs the notes alone. */
    private StoredSession withoutTokens(SessionKey key, StoredSession kept) throws IOException {
        Matcher sealed = sealedIn(kept);
        if (sealed.matches()) {
            try {
                return inside(key, kept, sealed);
            } catch (UnreadableSessionException e) {
                if (e.isLaterFormat()) {
                    throw e;
                }
            }
        }
        return new StoredSession(
                kept.key(),
                kept.generation(),
                kept.version(),
                null,
                kept.obtainedAt(),
                kept.lifetime(),
                null,
                kept.renewingSince(),
                opensPlain ? kept.logins() : LoginNotes.NONE);
    }

    private StoredSession inside(SessionKey key, StoredSession kept, Matcher sealed) throws IOException {
        requireReplaceable(kept);
        StoredSession inside = StoredSessionJson.read(textOf(sealed.group(2)));
        if (!inside.key().equals(key)
                || inside.generation() != kept.generation()
                || inside.version() != kept.version()
                || (inside.tokens() == null) != (kept.tokens() == null)) {
            throw UnreadableSessionException.corrupt("it was sealed as another session, generation or version");
        }
        return inside;
    }

    /** Leaves alone what a later version has sealed. */
    static void requireReplaceable(@Nullable StoredSession kept) throws UnreadableSessionException {
        if (kept == null) {
            return;
        }
        Matcher sealed = sealedIn(kept);
        if (sealed.matches() && Integer.parseInt(sealed.group(1)) > FORMAT) {
            throw UnreadableSessionException.ofLaterFormat(Integer.parseInt(sealed.group(1)));
        }
    }

    /** Stands where the access token would be, or without tokens in place of the profile. */
    private static Matcher sealedIn(StoredSession kept) {
        Tokens tokens = kept.tokens();
        String text = tokens == null ? kept.profile() : tokens.accessToken();
        return SEALED.matcher(text == null ? "" : text);
    }

    private String textOf(String sealed) throws IOException {
        Exception unusable = null;
        for (AesGcm key : keys) {
            try {
                String text = key.open(sealed);
                if (text != null) {
                    return text;
                }
            } catch (GeneralSecurityException | ProviderException e) {
                unusable = e;
            }
        }
        if (unusable != null) {
            throw unusable(unusable);
        }
        throw UnreadableSessionException.corrupt(
                "it was changed, or sealed with another key (is there a former one that"
                        + " EncryptedTokenStore.alsoReading should be given?)");
    }

    private StoredSession plain(StoredSession kept) throws UnreadableSessionException {
        if (opensPlain) {
            return kept;
        }
        throw UnreadableSessionException.corrupt("it is not sealed (EncryptedTokenStore.takingUpPlainSessions accepts"
                + " sessions from before there was a key)");
    }

    private static IOException unusable(@Nullable Exception e) {
        return new StoreFailedException("The key of the EncryptedTokenStore cannot be used.", e);
    }
}
