package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Operation;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.scenarios.Subject;
import dev.latchkey.scenarios.Subjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The token endpoints under every fault, while somebody needs a token. */
final class SessionFaults {
    private SessionFaults() {}

    static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (String name : Subjects.byVendor().keySet()) {
            String vendor = name.toLowerCase(Locale.ROOT);
            for (Situation situation : Situation.values()) {
                for (FaultCase fault : FaultCases.all()) {
                    for (Hits hits : Hits.values()) {
                        all.add(new Combination(
                                vendor,
                                vendor + " " + situation,
                                fault + ", " + hits,
                                Set.of(
                                        vendor + ", " + situation + ", " + hits,
                                        vendor + ", " + fault + ", " + hits,
                                        situation + ", " + fault),
                                () -> outcome(vendor, situation, fault, hits)));
                    }
                }
            }
        }
        return all;
    }

    private static Outcome outcome(String vendor, Situation situation, FaultCase fault, Hits hits) {
        Duration limit = fault.keepsWaiting() ? Cell.SHORT : Cell.AMPLE;
        try (Stage stage = Stage.of(vendor, fault.line(), Stage.limited(limit))) {
            Subject subject = stage.subject();
            FakeServer fake = subject.fake();
            // So that the pause after a failure lasts until the clock is moved.
            fake.clock().freeze();
            if (situation.isLoggedIn()) {
                Persistence.of(fault)
                        .until(
                                fake.clock(),
                                () -> stage.client().session().login().execute());
            }
            situation.prepare(subject);
            fake.journal().clear();
            Subject.Endpoint tokens = situation.tokenEndpoint(subject);
            fault.at(fake.faults().on(tokens.method(), tokens.path()), hits);

            Operation<?> action = situation.action(stage.client());
            Outcome outcome = stage.perform(action::execute, limit, List.of());

            assertThat(outcome.type()).as("outcome").isIn(SessionCells.of(vendor, subject, situation, fault, hits));
            if (situation != Situation.LOGOUT_AFTER_EXPIRY) {
                fault.requireMetBy(fake.journal().requests(tokens.method(), tokens.path()));
            }
            int logins = mayDoWithoutALogin(situation, fault, hits) ? 0 : 1;
            requireModesty(subject, logins);
            if (isFollowedByAPause(situation, fault, outcome)) {
                Outcome next = stage.perform(() -> stage.client().read().execute(), limit, List.of());
                // A renewal that was asked for fails with a good token at hand.
                Set<Class<?>> fast =
                        situation == Situation.RENEWAL ? Set.of(outcome.type(), Value.class) : Set.of(outcome.type());
                assertThat(next.type()).as("outcome in the pause").isIn(fast);
                requireModesty(subject, logins);
            }
            boolean spentUnseen = outcome.failure() != null && isSpentByAFault(subject);
            recover(stage, situation, fault, outcome);
            assertThat(subject.reusedRefreshTokens())
                    .as("refresh tokens used again, for want of an answer")
                    .isLessThanOrEqualTo(spentUnseen ? 1 : 0);
            return outcome;
        }
    }

    private static boolean mayDoWithoutALogin(Situation situation, FaultCase fault, Hits hits) {
        boolean neverProcessed = fault.is(Trait.NOT_PROCESSED) && hits == Hits.EVERY_TIME;
        return situation.isLoggedIn() || fault.keepsWaiting() || neverProcessed;
    }

    /** Not so after a login that the user has asked for, unless it is the password that was wrong. */
    private static boolean isFollowedByAPause(Situation situation, FaultCase fault, Outcome outcome) {
        boolean passing = outcome.failure() instanceof RenewalFailedException;
        boolean rejected = outcome.failure() instanceof SessionExpiredException;
        return !fault.keepsWaiting() && (rejected || (passing && situation != Situation.LOGIN));
    }

    /** A password is sent once, a refresh token too, and what is harmful is done once. */
    private static void requireModesty(Subject subject, int logins) {
        List<JournalEntry> sent = subject.fake().journal().requests();
        assertThat(sent)
                .as("requests with a password")
                .filteredOn(FaultCase::mayBeProcessed)
                .filteredOn(entry -> entry.body().contains("password"))
                .hasSizeBetween(logins, 1);
        assertThat(subject.reusedRefreshTokens())
                .as("refresh tokens used again")
                .isZero();
        Subject.Endpoint written = subject.writtenEndpoint();
        assertThat(subject.fake().journal().requests(written.method(), written.path()))
                .as("executions")
                .filteredOn(entry -> entry.executed() && !Integer.valueOf(401).equals(entry.status()))
                .hasSizeLessThanOrEqualTo(1);
    }

    private static boolean isSpentByAFault(Subject subject) {
        Subject.Endpoint renewal = subject.renewal();
        return subject.fake().journal().requests(renewal.method(), renewal.path()).stream()
                .anyMatch(entry -> !entry.isFinished() || (entry.executed() && entry.fault() != null));
    }

    private static void recover(Stage stage, Situation situation, FaultCase fault, Outcome outcome) {
        Subject subject = stage.subject();
        subject.fake().faults().clear();
        boolean ended =
                situation == Situation.LOGOUT_AFTER_EXPIRY || outcome.failure() instanceof SessionExpiredException;
        Persistence persistence = Persistence.of(fault);
        if (ended) {
            persistence.until(
                    subject.fake().clock(),
                    () -> stage.client().session().login().execute());
        }
        persistence.until(subject.fake().clock(), () -> stage.client().read().execute());
    }
}
