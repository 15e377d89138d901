package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.LoginNotes;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.controlbyweb.IssuedTokens;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The server of a run: refresh tokens rotate, a refresh ends the access token before it, and everything is counted. */
final class Server implements AutoCloseable {
    static final String METHOD = "POST";
    static final String TOKEN = "/v1/auth/token";

    private final FakeControlByWeb fake = FakeControlByWeb.withUser(Account.USERNAME, Account.PASSWORD);
    private final String identity = "run-" + UUID.randomUUID();

    Server() {
        fake.settings().secretMarker(SecretLeaks.MARKER);
    }

    FakeControlByWeb fake() {
        return fake;
    }

    /** A child's settings: without credentials, so that it lives on what is in the store. */
    ChildSettings child(String store, ChildSettings.Work work, int threads) {
        return new ChildSettings(fake.baseUrl(), store, identity, false, work, threads);
    }

    /** What the next process will find in the store. Fails if that cannot be read. */
    @Nullable
    StoredSession stored(String store) throws IOException, InterruptedException {
        TokenStore opened = Stores.open(store);
        StoredSession loaded = opened.load(key());
        if (Stores.isDatabase(store)) {
            return loaded; // Its section may be somebody's, who is dead or stands still.
        }
        return opened.exclusively(key(), Length.SOON, entry -> loaded(entry)).orElse(null);
    }

    /** Puts a session into the store that somebody else has logged in. */
    void seed(String store) throws IOException, InterruptedException {
        IssuedTokens issued = fake.logIn(Account.USERNAME);
        boolean saved = Stores.open(store).exclusively(key(), Length.SOON, entry -> {
            long before = loaded(entry).map(StoredSession::generation).orElse(0L);
            return isSaved(entry, session(before + 1, issued));
        });
        assertThat(saved).isTrue();
    }

    private StoredSession session(long generation, IssuedTokens issued) {
        return new StoredSession(
                key(),
                generation,
                generation,
                new Tokens(issued.accessToken(), issued.refreshToken(), null),
                Instant.now(),
                Duration.between(fake.clock().instant(), issued.expiresAt()),
                null,
                null);
    }

    private static Optional<StoredSession> loaded(TokenStore.Entry entry) {
        try {
            return Optional.ofNullable(entry.load());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSaved(TokenStore.Entry entry, StoredSession session) {
        try {
            entry.save(session);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server would exchange the refresh token of this session. */
    boolean accepts(@Nullable StoredSession session) {
        Tokens tokens = session == null ? null : session.tokens();
        return tokens != null && fake.isRefreshTokenAlive(Objects.requireNonNull(tokens.refreshToken()));
    }

    /**
     * Whether two processes in a row died in the middle of a login: the next ones wait before they send the password again, since
     * it may be a wrong one.
     */
    static boolean holdsLoginsBack(@Nullable StoredSession session) {
        return session != null
                && session.logins().passwords().stream()
                        .anyMatch(sent -> sent.outcome() == LoginNotes.Outcome.UNCERTAIN && sent.count() >= 2);
    }

    /** Waits until nothing is on its way any more from clients that are dead. */
    void settle() {
        await().atMost(Length.SOON).until(() -> fake.openConnections() == 0);
    }

    int tokenRequests() {
        return fake.journal().count(METHOD, TOKEN);
    }

    /** Logins since the journal was cleared. */
    long logins() {
        List<JournalEntry> requests = fake.journal().requests(METHOD, TOKEN);
        return requests.stream()
                .filter(request -> request.body().contains("grant_type=password"))
                .count();
    }

    int refreshTokensPresentedAgain() {
        return fake.refreshTokensPresentedMoreThanOnce().size();
    }

    @Override
    public void close() {
        fake.close();
    }

    private SessionKey key() {
        return new SessionKey("controlbyweb", fake.baseUrl(), identity);
    }
}
