package dev.latchkey.fake.controlbyweb;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificate request tokens; expired ones vanish. To be used with the fake's state to oneself. */
final class CertificateRequests {
    private final ControlByWebSettings settings;
    private final InstantSource clock;
    private final TokenText texts;
    private final List<CertificateRequestToken> tokens = new ArrayList<>();
    private int lastId;

    CertificateRequests(ControlByWebSettings settings, InstantSource clock, TokenText texts) {
        this.settings = settings;
        this.clock = clock;
        this.texts = texts;
    }

    void clear() {
        tokens.clear();
        lastId = 0;
    }

    CertificateRequestToken create(long accountId) {
        return add(accountId, null, null);
    }

    CertificateRequestToken add(long accountId, @Nullable Integer id, @Nullable String text) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int key = id == null ? lastId + 1 : id;
        lastId = Math.max(lastId, key);
        String secret = text == null ? texts.certificateRequest() : text;
        CertificateRequestToken token = new CertificateRequestToken(
                key, accountId, secret, now, now.plus(settings.certificateRequestTokenLifetime()));
        tokens.add(token);
        return token;
    }

    List<CertificateRequestToken> of(long accountId) {
        return alive().stream().filter(token -> token.accountId() == accountId).toList();
    }

    boolean delete(long accountId, String text) {
        return alive().removeIf(
                        token -> token.accountId() == accountId && token.token().equals(text));
    }

    boolean accepts(String text) {
        return alive().stream().anyMatch(token -> token.token().equals(text));
    }

    private List<CertificateRequestToken> alive() {
        Instant now = clock.instant();
        tokens.removeIf(token -> !now.isBefore(token.expires()));
        return tokens;
    }
}
