package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.fake.Hold;
import dev.latchkey.reliability.processes.ChildSettings.Work;
import dev.latchkey.testsupport.Figures;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process stands still while it renews (SIGSTOP), at a server that ends the session when a refresh token is presented twice.
 * Another one shares the session through a database.
 */
@Isolated
@Tag("reliability")
@ParameterizedClass
@EnumSource(DatabaseServer.Kind.class)
class DatabaseStopTest {
    private static final Duration MOMENT = Duration.ofSeconds(5);

    @RegisterExtension
    final Children children = new Children();

    private final DatabaseServer.Kind kind;
    private final Server server = new Server();
    private String store = "";

    DatabaseStopTest(DatabaseServer.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void storeASession() throws Exception {
        store = kind.sharedUrl();
        server.fake().settings().reuseEndsSession(true);
        server.seed(store);
    }

    @AfterEach
    void endTheServer() {
        server.close();
    }

    @Test
    void beforeTheSendTheOtherLogsInAndTheFirstSendsNothing() throws Exception {
        ChildJvm first = calling(settings().withCredentials());
        ChildJvm second = calling(settings().withCredentials());
        Duration stopped = stopBeforeTheSend(first, second);
        goOn(first);

        assertThat(server.logins()).isEqualTo(1);
        assertThat(server.tokenRequests()).isEqualTo(1);
        bothGoOn(first, second);
        figures("stop-before-send-", "Stopped before the send, with credentials")
                .add("until the other went on", stopped)
                .write();
    }

    @Test
    void beforeTheSendTheOtherSendsAndTheFirstSendsNothing() throws Exception {
        kind.assumeWorthHalfAMinute();
        ChildJvm first = calling(settings());
        ChildJvm second = calling(settings());
        Duration stopped = stopBeforeTheSend(first, second);
        goOn(first);

        assertThat(server.tokenRequests()).isEqualTo(1);
        bothGoOn(first, second);
        figures("stop-before-send-alone-", "Stopped before the send, without credentials")
                .add("until the other went on", stopped)
                .write();
    }

    @Test
    void afterTheAnswerTheOtherLogsInAndTheFirstTakesUpItsSession() throws Exception {
        ChildJvm first = calling(settings().withCredentials());
        ChildJvm second = calling(settings().withCredentials());
        stopAfterTheAnswer(first);
        second.tell(Command.NEXT_SUCCESS);
        first.goOn();

        assertThat(server.logins()).isEqualTo(1);
        assertThat(server.tokenRequests()).isEqualTo(2);
        bothGoOn(first, second);
    }

    @Test
    void afterTheAnswerForAMomentTheOtherWaitsForThePair() throws Exception {
        ChildJvm first = calling(settings());
        ChildJvm second = calling(settings());
        stopAfterTheAnswer(first);
        second.runFor(MOMENT);
        first.goOn();

        second.tell(Command.NEXT_SUCCESS);
        assertThat(server.tokenRequests()).isEqualTo(1);
        bothGoOn(first, second);
    }

    /** Where a token that is presented twice is refused and nothing more. */
    @Test
    void afterTheAnswerForLongItsPairIsSavedOverTheRejectedOne() throws Exception {
        assumeTrue(Length.FULL, "skipped: only in a full run");
        server.fake().settings().reuseEndsSession(false);
        ChildJvm first = calling(settings());
        ChildJvm second = calling(settings());
        stopAfterTheAnswer(first);
        second.await(Event.LOST);
        first.goOn();

        first.tell(Command.NEXT_SUCCESS);
        assertThat(server.accepts(server.stored(store))).isTrue();
        assertThat(first.said().count(Event.LOST)).isZero();
    }

    private Duration stopBeforeTheSend(ChildJvm first, ChildJvm second) throws Exception {
        first.tell(Command.STOP_BEFORE_SENDING);
        var unused = first.ask(Command.RENEW);
        first.await(Event.ABOUT_TO_SEND);
        first.standStill();
        server.fake().revokeAccessTokens();
        long start = System.nanoTime();
        second.tell(Command.NEXT_SUCCESS);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void goOn(ChildJvm first) throws Exception {
        first.goOn();
        first.tell(Command.GO_ON);
        first.tell(Command.NEXT_SUCCESS);
    }

    private void stopAfterTheAnswer(ChildJvm first) throws Exception {
        try (Hold hold = server.fake().holdAnswers(Server.METHOD, Server.TOKEN)) {
            var unused = first.ask(Command.RENEW);
            hold.awaitArrived(1, Length.SOON);
            first.standStill();
        }
    }

    private void bothGoOn(ChildJvm first, ChildJvm second) throws Exception {
        for (ChildJvm child : new ChildJvm[] {first, second}) {
            child.tell(Command.NEXT_SUCCESS);
            assertThat(child.said().count(Event.LOST)).isZero();
            assertThat(child.said().failures()).isSubsetOf("dev.latchkey.core.RenewalFailedException:");
            child.stop();
        }
        assertThat(server.refreshTokensPresentedAgain()).isZero();
        assertThat(server.accepts(server.stored(store))).isTrue();
    }

    private ChildJvm calling(ChildSettings settings) throws InterruptedException {
        ChildJvm child = children.start(settings);
        child.tell(Command.GO);
        child.await(Event.FIRST_SUCCESS);
        return child;
    }

    private ChildSettings settings() {
        return server.child(store, Work.CALLS, 1);
    }

    private Figures figures(String name, String title) {
        return Figures.of(name + kind, title + ", on " + kind).add("refresh tokens presented twice", 0);
    }
}
