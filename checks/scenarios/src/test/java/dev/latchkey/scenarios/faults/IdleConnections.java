package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.Operation;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.scenarios.Subject;
import dev.latchkey.scenarios.Subjects;
import dev.latchkey.testsupport.Execution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every operation, and every situation of a session, on a connection that the server has closed while it was idle. Nothing
 * fails, nothing is sent twice, and no retry helps, since there is none.
 */
final class IdleConnections {
    private static final Duration IDLE = Duration.ofSeconds(1);

    private IdleConnections() {}

    static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (Line line : List.of(Line.HTTP, Line.TLS)) {
            for (Row row : Rows.ofAllVendors()) {
                Execution way = Combination.nextWay(all);
                all.add(new Combination(
                        row.vendor(),
                        row.id(),
                        "closed while idle, " + line + ", " + way,
                        Set.of(row.id(), row.vendor() + ", " + line, row.repeats() + ", " + line, way + ", " + line),
                        () -> outcome(row, line, way)));
            }
            for (String name : Subjects.byVendor().keySet()) {
                String vendor = name.toLowerCase(Locale.ROOT);
                for (Situation situation : Situation.values()) {
                    if (situation.isLoggedIn()) {
                        all.add(new Combination(
                                vendor,
                                vendor + " " + situation,
                                "closed while idle, " + line,
                                Set.of(vendor + " " + situation, situation + ", " + line),
                                () -> outcome(vendor, situation, line)));
                    }
                }
            }
        }
        return all;
    }

    private static Stage loggedIn(String vendor, Line line) {
        Stage stage = Stage.of(vendor, line, options -> options.retries(RetryPolicy.none()));
        stage.subject().fake().clock().freeze();
        stage.client().session().login().execute();
        return stage;
    }

    private static Outcome outcome(Row row, Line line, Execution way) throws InterruptedException {
        try (Stage stage = loggedIn(row.vendor(), line)) {
            Scene<?, ?> scene = new Scene<>(stage.subject(), stage.client(), stage.client());
            ApiCall<?> call = row.call().apply(scene);
            closeAll(stage.subject().fake());

            Outcome outcome = stage.perform(() -> way.run(call), Cell.AMPLE, scene.secrets());

            assertThat(outcome.failure()).isNull();
            assertThat(stage.subject().fake().journal().requests())
                    .as("requests")
                    .hasSize(1)
                    .allMatch(JournalEntry::executed);
            stage.requireRecovery();
            return outcome;
        }
    }

    private static Outcome outcome(String vendor, Situation situation, Line line) throws InterruptedException {
        try (Stage stage = loggedIn(vendor, line)) {
            Subject subject = stage.subject();
            situation.prepare(subject);
            closeAll(subject.fake());

            Operation<?> action = situation.action(stage.client());
            Outcome outcome = stage.perform(action::execute, Cell.AMPLE, List.of());

            assertThat(outcome.failure()).isNull();
            assertThat(subject.renewals()).as("renewals").isLessThanOrEqualTo(1);
            assertThat(subject.reusedRefreshTokens()).isZero();
            Subject.Endpoint written = subject.writtenEndpoint();
            assertThat(subject.fake().journal().requests(written.method(), written.path()))
                    .as("executions")
                    .filteredOn(
                            entry -> entry.executed() && !Integer.valueOf(401).equals(entry.status()))
                    .hasSizeLessThanOrEqualTo(1);
            return outcome;
        }
    }

    /** Idle for longer than a client trusts a connection, by the clock that both share. */
    private static void closeAll(FakeServer fake) throws InterruptedException {
        fake.journal().clear();
        fake.clock().advance(IDLE);
        fake.closeIdleConnections();
    }
}
