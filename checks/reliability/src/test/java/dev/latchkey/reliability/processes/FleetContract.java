package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Fault;
import dev.latchkey.reliability.processes.ChildSettings.Work;
import dev.latchkey.testsupport.Figures;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for eight processes on one session, wherever it is stored. */
abstract class FleetContract {
    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final int THREADS = 2;

    /** A Java process needs longer than such a token lives to load what it renews with. */
    private static final int WARM_UP = 5;

    @RegisterExtension
    final Children children = new Children();

    private final Server server = new Server();
    private final String name;
    private String store = "";

    FleetContract(String name) {
        this.name = name;
    }

    /** Where the session is to be stored. */
    abstract String location() throws Exception;

    /** How long the others stop at most if one is killed whose refresh token is on its way. */
    Duration longestWithoutCredentials() {
        return Duration.ofSeconds(2);
    }

    /** The same if they can log in, on a machine that does other things as well. */
    Duration longestWithCredentials() {
        return Duration.ofSeconds(10);
    }

    /** How often they present a refresh token that the server has spent. */
    int presentedAgainByWhoCanLogIn() {
        return 1;
    }

    @BeforeEach
    void storeASession() throws Exception {
        store = location();
    }

    @AfterEach
    void endTheServer() {
        server.close();
    }

    @Test
    void tokensThatLiveThreeHundredMillisecondsFailNoCallAndNoRefreshTokenIsPresentedTwice() throws Exception {
        Duration lifetime = Duration.ofMillis(300);
        server.fake().settings().reuseEndsSession(true);
        server.seed(store);
        Fleet fleet = Fleet.underway(children, settings());
        for (int round = 0; round < WARM_UP; round++) {
            fleet.tellAll(Command.RENEW);
        }
        server.fake().settings().accessTokenLifetime(lifetime);
        server.fake().revokeAccessTokens();
        int before = server.tokenRequests();

        fleet.runFor(Length.FLEET);

        int renewals = server.tokenRequests() - before;
        Tally tally = fleet.stop();
        assertThat(tally.failures()).isZero();
        assertThat(server.refreshTokensPresentedAgain()).isZero();
        assertThat((long) renewals).isBetween(Length.FLEET.toMillis() / 1000, Length.FLEET.dividedBy(lifetime) + 1);
        Figures.of("fleet-" + name, "Fleet of " + fleet.size() + " on " + name)
                .add("run", Length.FLEET)
                .add("calls", tally.calls())
                .add("failed calls", tally.failures())
                .add("renewals", renewals)
                .add("renewals if the machine took no time", Length.FLEET.dividedBy(lifetime))
                .add("refresh tokens presented twice", server.refreshTokensPresentedAgain())
                .add("a save", tally.perSave())
                .write();
    }

    @Test
    void oneIsKilledWhileItRenewsAndTheOthersGoOn() throws Exception {
        server.seed(store);
        Fleet fleet = Fleet.underway(children, settings());
        ChildJvm holder = renewingForEver(fleet, Fault.dropped().delayedBefore(NEVER));

        Duration stopped = fleet.kill(holder);

        assertThat(stopped).isLessThan(longestWithoutCredentials());
        assertThat(server.tokenRequests()).isEqualTo(2);
        fleet.stop();
        assertThat(fleet.failures()).isSubsetOf("dev.latchkey.core.RenewalFailedException:");
        assertThat(fleet.count(Event.LOST)).isZero();
        assertThat(server.refreshTokensPresentedAgain()).isZero();
        Figures.of("fleet-killed-" + name, "Killed while it renews, on " + name)
                .add("until all others went on", stopped)
                .add("refresh tokens presented twice", 0)
                .write();
    }

    @Test
    void oneIsKilledWhoseRenewalTheServerHasAnsweredAndTheOthersLogIn() throws Exception {
        server.seed(store);
        Fleet fleet = Fleet.underway(children, settings().withCredentials());
        ChildJvm holder = renewingForEver(fleet, Fault.delay(NEVER));

        Duration stopped = fleet.kill(holder);

        assertThat(stopped).isLessThan(longestWithCredentials());
        assertThat(server.logins()).isEqualTo(1);
        fleet.stop();
        assertThat(fleet.failures()).isSubsetOf("dev.latchkey.core.RenewalFailedException:");
        assertThat(server.refreshTokensPresentedAgain()).isEqualTo(presentedAgainByWhoCanLogIn());
        Figures.of("fleet-killed-answered-" + name, "Killed between answer and save, on " + name)
                .add("until all others went on", stopped)
                .add("logins", server.logins())
                .write();
    }

    @Test
    void aSaveThatFailsAfterTheServerHasRotatedIsMadeUpForAndTheOthersAdoptThePair() throws Exception {
        server.fake().settings().reuseEndsSession(true);
        server.seed(store);
        Fleet fleet = Fleet.underway(children, settings());
        ChildJvm renewing = fleet.member(0);
        renewing.tell(Command.FAIL_NEXT_SAVE);

        assertThat(renewing.tell(Command.RENEW)).isEqualTo("renewed");

        renewing.await(Event.STORE_FAILED);
        fleet.tellAll(Command.NEXT_SUCCESS);
        assertThat(server.accepts(server.stored(store))).isTrue();
        assertThat(fleet.stop().failures()).isZero();
        assertThat(server.tokenRequests()).isEqualTo(1);
        assertThat(server.refreshTokensPresentedAgain()).isZero();
    }

    /** All need a renewal at once, and the one that is at it gets no answer. */
    private ChildJvm renewingForEver(Fleet fleet, Fault fault) throws InterruptedException {
        server.fake().faults().on(Server.METHOD, Server.TOKEN).next(fault);
        server.fake().revokeAccessTokens();
        server.fake().journal().awaitCount(Server.METHOD, Server.TOKEN, 1, Length.SOON);
        return fleet.holder();
    }

    private ChildSettings settings() {
        return server.child(store, Work.CALLS, THREADS);
    }
}
