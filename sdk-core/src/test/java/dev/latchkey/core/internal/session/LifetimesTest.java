package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.vendor.TokenGrant;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimesTest {
    private static final Instant ASKED = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(200);
    private static final Instant ANSWERED = ASKED.plus(TOOK);
    private static final Tokens TOKENS = new Tokens("a", null, null);

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "PT0.3S, PT0.3S", "PT0S,", "PT-5S,", "P4000D,", ","})
    void aRelativeLifetimeCountsIfItIsCredible(@Nullable Duration said, @Nullable Duration taken) {
        assertThat(Lifetimes.of(TokenGrant.lasting(TOKENS, said, null), ANSWERED, TOOK))
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        // server's clock against ours in seconds, lifetime taken for a token that the server gives one hour
        "0, PT1H",
        "1, PT1H1S", // within the uncertainty of a Date header: our clock is taken
        "3600, PT59M59S",
        "-3600, PT59M59S",
    })
    void anAbsoluteExpiryIsCorrectedByAClockThatIsFarOff(int serverAhead, Duration taken) {
        Instant serverTime = ANSWERED.plusSeconds(serverAhead);
        Instant expiry = serverTime.plus(Duration.ofHours(1)).minusMillis(200);
        Duration measured = Lifetimes.of(TokenGrant.until(TOKENS, expiry, serverTime, null), ANSWERED, TOOK);
        assertThat(measured).isNotNull().isCloseTo(taken, Duration.ofMillis(250));
    }

    @ParameterizedTest
    @CsvSource({
        // what is left of a token by our clock, lifetime taken
        "PT1H, PT1H",
        "PT5M, PT5M",
        "PT4M59S,",
        "PT0.005S,",
        "PT0S,",
        "PT-1H,",
        "P20000D,", // our clock starts in 1970
    })
    void withoutADateOurClockCountsUnlessItLeavesLittle(Duration left, @Nullable Duration taken) {
        TokenGrant grant = TokenGrant.until(TOKENS, ASKED.plus(left), null, null);
        assertThat(Lifetimes.of(grant, ANSWERED, TOOK)).isEqualTo(taken);
    }

    @Test
    void aShortLifeCountsWhereTheServerTellsItsTime() {
        TokenGrant grant = TokenGrant.until(TOKENS, ASKED.plusSeconds(60), ASKED, null);
        assertThat(Lifetimes.of(grant, ANSWERED, TOOK)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void anExpiryThatIsOverOnArrivalMeansUntilRefused() {
        TokenGrant grant = TokenGrant.until(TOKENS, ASKED.minusSeconds(60), ASKED, null);
        assertThat(Lifetimes.of(grant, ANSWERED, TOOK)).isNull();
    }

    @Test
    void aStoredTokenIsNeverYoungerThanNew() {
        assertThat(Lifetimes.left(stored(Duration.ofHours(1)), ASKED.minusSeconds(999)))
                .isEqualTo(Duration.ofHours(1));
        assertThat(Lifetimes.left(stored(Duration.ofHours(1)), ASKED.plusSeconds(1200)))
                .isEqualTo(Duration.ofMinutes(40));
        assertThat(Lifetimes.left(stored(Duration.ofHours(1)), Instant.MAX)).isZero();
        assertThat(Lifetimes.left(stored(null), ASKED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-292278994-08-17T07:12:55Z", "1970-01-01T00:00:00Z"})
    void aStoredTokenFromLongAgoIsOver(Instant obtainedAt) {
        assertThat(Lifetimes.left(stored(Duration.ofHours(1), obtainedAt), ASKED))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2562047788015H", "P4000D", "PT0S", "PT-5S"})
    void aStoredLifetimeThatIsNotCredibleMeansUntilRefused(Duration lifetime) {
        assertThat(Lifetimes.left(stored(lifetime), ASKED)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PT1H, 0, PT5M", "PT1H, 1, PT3M45S", "PT10S, 0, PT2S", "PT0.3S, 0, PT0.06S"})
    void theStaleTimeIsTheLastFifthOrFiveMinutes(Duration lifetime, double jitter, Duration margin) {
        assertThat(Lifetimes.staleMargin(lifetime, jitter)).isEqualTo(margin);
    }

    private static StoredSession stored(@Nullable Duration lifetime) {
        return stored(lifetime, ASKED);
    }

    private static StoredSession stored(@Nullable Duration lifetime, Instant obtainedAt) {
        return new StoredSession(new SessionKey("v", "u", "i"), 1, 1, TOKENS, obtainedAt, lifetime, null, null);
    }
}
