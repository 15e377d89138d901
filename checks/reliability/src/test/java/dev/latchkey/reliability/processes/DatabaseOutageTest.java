package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.fake.Hold;
import dev.latchkey.reliability.processes.ChildSettings.Work;
import dev.latchkey.testsupport.Figures;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A fleet without credentials shares a session in a database, and the database goes away. */
@Isolated
@Tag("reliability")
@ParameterizedClass
@EnumSource(DatabaseServer.Kind.class)
class DatabaseOutageTest {
    private static final int RESTARTS = 3;
    private static final int THREADS = 2;

    @RegisterExtension
    final Children children = new Children();

    @TempDir
    private Path folder;

    private final Server server = new Server();
    private final DatabaseServer.Kind kind;
    private @Nullable DatabaseServer database;
    private String store = "";

    DatabaseOutageTest(DatabaseServer.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void startADatabaseWithASession() throws Exception {
        database = kind.startIn(folder);
        store = database.url();
        server.fake().settings().reuseEndsSession(true);
    }

    @AfterEach
    void endTheServers() throws Exception {
        server.close();
        if (database != null) {
            database.end();
        }
    }

    /** The tokens live longer than a restart takes, and a renewal falls into some of the restarts. */
    @Test
    void restartsFailNoCall() throws Exception {
        server.fake().settings().accessTokenLifetime(Duration.ofSeconds(3));
        Fleet fleet = underway();
        long longest = 0;
        for (int restart = 0; restart < RESTARTS; restart++) {
            fleet.runFor(Length.FLEET.dividedBy(RESTARTS));
            long start = System.nanoTime();
            database.restart();
            longest = Math.max(longest, System.nanoTime() - start);
        }
        fleet.runFor(Length.FLEET.dividedBy(RESTARTS));
        fleet.tellAll(Command.NEXT_SUCCESS);
        int storeFailures = fleet.count(Event.STORE_FAILED);
        Tally tally = fleet.stop();

        assertThat(tally.failures()).isZero();
        assertThat(server.tokenRequests()).isGreaterThan(1);
        assertThat(server.refreshTokensPresentedAgain()).isZero();
        Figures.of("restarted-" + kind, kind + " restarted under a fleet of " + fleet.size())
                .add("restarts", RESTARTS)
                .add("the longest took", Duration.ofNanos(longest))
                .add("token lifetime", Duration.ofSeconds(3))
                .add("calls", tally.calls())
                .add("failed calls", tally.failures())
                .add("renewals", server.tokenRequests())
                .add("store failures told", storeFailures)
                .add("refresh tokens presented twice", 0)
                .write();
    }

    @Test
    void whileItIsAwayCallsGoOnWithTheTokensAtHandAndNothingIsSpent() throws Exception {
        Fleet fleet = underway();
        database.halt();

        assertThat(fleet.tellAll(Command.RENEW))
                .allSatisfy(answer -> assertThat(answer).startsWith("dev.latchkey.core.RenewalFailedException"));
        fleet.tellAll(Command.NEXT_SUCCESS);
        assertThat(server.tokenRequests()).isZero();
        assertThat(fleet.count(Event.STORE_FAILED)).isGreaterThanOrEqualTo(fleet.size());

        database.start();
        await().atMost(Length.SOON)
                .until(() -> fleet.member(0).tell(Command.RENEW).equals("renewed"));
        fleet.tellAll(Command.NEXT_SUCCESS);
        // What failed is tried again in the background: that may have come before the one asked for.
        assertThat(server.tokenRequests()).isBetween(1, 2);
        assertThat(fleet.stop().failures()).isZero();
        assertThat(server.refreshTokensPresentedAgain()).isZero();
    }

    @Test
    void whenItIsAwayLongerThanTokensLiveCallsFailAsPassingAndRecover() throws Exception {
        server.fake().settings().accessTokenLifetime(Duration.ofSeconds(2));
        Fleet fleet = underway();
        database.halt();
        // One may have been renewing: it goes on with a pair that nobody else has.
        await().atMost(Length.SOON).until(() -> fleet.membersWith(Event.FAILED) >= fleet.size() - 1);

        database.start();
        long start = System.nanoTime();
        fleet.tellAll(Command.NEXT_SUCCESS);
        Duration recovery = Duration.ofNanos(System.nanoTime() - start);

        fleet.stop();
        assertThat(fleet.failures()).containsOnly("dev.latchkey.core.RenewalFailedException:");
        assertThat(fleet.count(Event.LOST)).isZero();
        assertThat(server.refreshTokensPresentedAgain()).isZero();
        Figures.of("away-" + kind, kind + " away for longer than tokens live")
                .add("token lifetime", Duration.ofSeconds(2))
                .add("until all called again", recovery)
                .add("refresh tokens presented twice", 0)
                .write();
    }

    @Test
    void aRestartBetweenTheAnswerAndTheSaveLosesNothing() throws Exception {
        Fleet fleet = underway();
        try (Hold hold = server.fake().holdAnswers(Server.METHOD, Server.TOKEN)) {
            server.fake().revokeAccessTokens();
            hold.awaitArrived(1, Length.SOON);
            database.restart();
        }
        fleet.tellAll(Command.NEXT_SUCCESS);

        assertThat(fleet.stop().failures()).isZero();
        assertThat(server.tokenRequests()).isEqualTo(1);
        assertThat(server.refreshTokensPresentedAgain()).isZero();
    }

    private Fleet underway() throws Exception {
        server.seed(store);
        return Fleet.underway(children, server.child(store, Work.CALLS, THREADS));
    }
}
