package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** The checker is checked: it finds races that were put in on purpose. */
@Isolated("Lincheck instruments the whole process.")
@Tag("reliability")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SeededRacesTest {
    private static final int INTERLEAVINGS = 5_000;

    @Test
    void decisionsWithoutTheirLockAreFound() {
        assertFound(WithoutLock.class, "start expire: call | call");
    }

    @Test
    void tokensThatAreTakenUpAfterALogoutAreFound() {
        assertFound(TakingUpAfterLogout.class, "start expire: call | logout");
    }

    @Test
    void aRenewalOfATokenThatWasReplacedAlreadyIsFound() {
        assertFound(ComparingNoTokens.class, "start revoke: call | call");
    }

    @Test
    void aStoreThatLetsTwoProcessesInIsFound() {
        assertFound(WithoutSection.class, "start: login | otherLogin");
    }

    private static void assertFound(Class<? extends SessionModel> seeded, String scenario) {
        assertThatThrownBy(() -> Interleavings.explore(seeded, INTERLEAVINGS, List.of(scenario)))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Validation function validate has failed");
    }

    public static final class WithoutLock extends SessionModel {
        private static final Supplier<UnaryOperator<String>> CLIENTS = SeededCode.clients(SeededRace.NO_LOCK);

        public WithoutLock() {
            super(CLIENTS.get());
        }
    }

    public static final class TakingUpAfterLogout extends SessionModel {
        private static final Supplier<UnaryOperator<String>> CLIENTS =
                SeededCode.clients(SeededRace.TAKES_UP_AFTER_A_LOGOUT);

        public TakingUpAfterLogout() {
            super(CLIENTS.get());
        }
    }

    public static final class ComparingNoTokens extends SessionModel {
        private static final Supplier<UnaryOperator<String>> CLIENTS =
                SeededCode.clients(SeededRace.COMPARES_NO_TOKENS);

        public ComparingNoTokens() {
            super(CLIENTS.get());
        }
    }

    public static final class WithoutSection extends SessionModel {
        private static final Supplier<UnaryOperator<String>> CLIENTS = SeededCode.clients(SeededRace.NO_SECTION);

        public WithoutSection() {
            super(CLIENTS.get());
        }
    }
}
