package dev.latchkey.fake.connectware;

import static dev.latchkey.fake.connectware.ClientRegistry.State.CONFLICT;
import static dev.latchkey.fake.connectware.ClientRegistry.State.GRANTED;
import static dev.latchkey.fake.connectware.ClientRegistry.State.LOCKED;
import static dev.latchkey.fake.connectware.ClientRegistry.State.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The states of a request, on a clock that the test moves. */
class ClientRegistryTest {
    private static final Instant START = Instant.parse("2026-11-22T05:00:00Z");
    private static final SigningRequest CSR = SigningRequest.parse(Device.ec().csr("CN=device"));

    private final Set<String> users = new HashSet<>(Set.of("admin"));
    private Instant now = START;
    private final ClientRegistry registry = new ClientRegistry(() -> now, users::contains);

    @Test
    void aRegistryIsLockedUntilItIsOpened() {
        assertThat(register("device", "pw")).isEqualTo(LOCKED);
        registry.open(Duration.ofSeconds(30));
        assertThat(register("device", "pw")).isEqualTo(PENDING);
    }

    @Test
    void theWindowIncludesItsFirstInstantAndNotItsLast() {
        registry.open(Duration.ofMillis(100));

        assertThat(register("first", "pw")).isEqualTo(PENDING);
        now = START.plusMillis(100).minusNanos(1);
        assertThat(register("last", "pw")).isEqualTo(PENDING);
        now = START.plusMillis(100);
        assertThat(register("late", "pw")).isEqualTo(LOCKED);
        assertThat(registry.isOpen()).isFalse();
    }

    @Test
    void aWindowOfNothingIsLocked() {
        registry.open(Duration.ofMinutes(5));
        registry.open(Duration.ZERO);

        assertThat(register("device", "pw")).isEqualTo(LOCKED);
    }

    @Test
    void openingAgainStartsAnotherWindow() {
        registry.open(Duration.ofSeconds(30));
        now = START.plusSeconds(20);
        registry.open(Duration.ofSeconds(30));
        now = START.plusSeconds(49);

        assertThat(register("device", "pw")).isEqualTo(PENDING);
        now = START.plusSeconds(50);
        assertThat(register("other", "pw")).isEqualTo(LOCKED);
    }

    @Test
    void aWindowThatWasOpenedInTheFutureIsLockedWhenTheClockGoesBack() {
        now = START.plus(Duration.ofHours(13));
        registry.open(Duration.ofMinutes(5));
        now = START;

        assertThat(registry.isOpen()).isFalse();
    }

    @Test
    void pendingAndGrantedRequestsAreAnsweredAfterTheWindowClosed() {
        registry.open(Duration.ofSeconds(30));
        register("device", "pw");
        now = START.plusSeconds(31);

        assertThat(register("device", "pw")).isEqualTo(PENDING);
        registry.grant(registry.requirePending("device"), null);
        assertThat(register("device", "pw")).isEqualTo(GRANTED);
    }

    @Test
    void aGrantIsToldOnceAndThenTheNameIsThatOfAUser() {
        registry.open(Duration.ofSeconds(30));
        register("device", "pw");
        registry.grant(registry.requirePending("device"), null);
        users.add("device");
        assertThat(registry.rows()).extracting(ClientRegistry.Row::granted).containsExactly(true);

        assertThat(register("device", "pw")).isEqualTo(GRANTED);

        assertThat(registry.rows()).isEmpty();
        assertThat(register("device", "pw")).isEqualTo(CONFLICT);
        now = START.plusSeconds(30);
        assertThat(register("device", "pw")).isEqualTo(LOCKED);
    }

    @Test
    void theNameOfAUserIsAConflict() {
        registry.open(Duration.ofSeconds(30));

        assertThat(register("admin", "pw")).isEqualTo(CONFLICT);
        assertThat(registry.rows()).isEmpty();
    }

    @Test
    void aNameThatAUserTookMeanwhileIsAConflict() {
        registry.open(Duration.ofSeconds(30));
        register("device", "pw");
        users.add("device");

        assertThat(register("device", "pw")).isEqualTo(CONFLICT);
    }

    @Test
    void otherCredentialsForAPendingNameAreAConflict() {
        registry.open(Duration.ofSeconds(30));
        register("device", "pw");

        assertThat(register("device", "other")).isEqualTo(CONFLICT);
        assertThat(register("device", "pw", CSR)).isEqualTo(CONFLICT);
        assertThat(register("device", null, CSR)).isEqualTo(CONFLICT);
        assertThat(register("device", "pw")).isEqualTo(PENDING);
        now = START.plusSeconds(30);
        assertThat(register("device", "other")).isEqualTo(LOCKED);
    }

    @Test
    void otherCredentialsDoNotFetchAGrant() {
        registry.open(Duration.ofSeconds(30));
        register("device", "pw", CSR);
        registry.grant(registry.requirePending("device"), null);

        assertThat(register("device", "pw")).isEqualTo(CONFLICT);
        assertThat(register("device", "pw", CSR)).isEqualTo(GRANTED);
    }

    @Test
    void aPollThatSaysOtherThingsOfItselfIsTheSameRequest() {
        registry.open(Duration.ofSeconds(30));
        register("device", "pw");
        Registration poll = new Registration(
                "device", new RequestedCredentials("pw", null), List.of("other"), List.of(), "again", now);

        assertThat(registry.register(poll).state()).isEqualTo(PENDING);
        assertThat(registry.requirePending("device").context()).isEqualTo("context");
    }

    @Test
    void onlyAPendingRequestIsGranted() {
        registry.open(Duration.ofSeconds(30));
        register("device", "pw");
        Registration pending = registry.requirePending("device");
        registry.grant(pending, null);

        assertThatThrownBy(() -> registry.requirePending("device")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> registry.requirePending("nobody")).isInstanceOf(Problem.class);
        registry.discard("device");
        assertThatThrownBy(() -> registry.grant(pending, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDiscardedNameIsFree() {
        registry.open(Duration.ofSeconds(30));
        register("device", "pw");
        registry.discard("device");

        assertThat(register("device", "other")).isEqualTo(PENDING);
    }

    @Test
    void noSecretIsPrinted() {
        registry.open(Duration.ofSeconds(30));
        register("device", "LEAK7Q4Z", CSR);

        assertThat(registry.rows().toString()).doesNotContain("LEAK7Q4Z").contains("password csr");
    }

    private ClientRegistry.State register(String username, String password) {
        return register(username, password, null);
    }

    private ClientRegistry.State register(String username, String password, SigningRequest csr) {
        return registry.register(new Registration(
                        username, new RequestedCredentials(password, csr), List.of(), List.of(), "context", now))
                .state();
    }
}
