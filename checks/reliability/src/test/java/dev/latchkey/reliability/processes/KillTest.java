package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Fault;
import dev.latchkey.fake.Hold;
import dev.latchkey.reliability.processes.ChildSettings.Work;
import dev.latchkey.testsupport.Figures;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A process that renews all the time is killed and started again, on one file store. */
@Isolated
@Tag("reliability")
class KillTest {
    @RegisterExtension
    final Children children = new Children();

    @TempDir
    private Path folder;

    private final Server server = new Server();
    private String store = "";

    @BeforeEach
    void nameTheStore() {
        store = folder.resolve("sessions").toString();
    }

    @AfterEach
    void endTheServer() {
        server.close();
    }

    @Test
    void withCredentialsNoSessionIsLost() throws Exception {
        Lives lives = livedThrough(settings().withCredentials());

        assertThat(lives.lost()).isZero();
        assertThat(lives.logins() + lives.heldBack()).isEqualTo(1 + lives.gaps());
        assertThat(lives.killsAfterTheFirstCall())
                .as("kills of a process at work")
                .isGreaterThan(Length.KILLS / 10);
        assertThat(server.refreshTokensPresentedAgain()).isLessThanOrEqualTo(lives.gaps());
        lives.figures(Figures.of("kill-with-credentials", "Kill, with credentials"))
                .write();
    }

    @Test
    void withoutCredentialsASessionIsLostOnlyBetweenTheAnswerAndTheSave() throws Exception {
        server.seed(store);
        Lives lives = livedThrough(settings());

        assertThat(lives.lost()).isEqualTo(lives.gaps());
        assertThat(server.refreshTokensPresentedAgain()).isEqualTo(lives.gaps());
        lives.figures(Figures.of("kill-without-credentials", "Kill, without credentials"))
                .write();
    }

    @Test
    void aKillBetweenTheAnswerAndTheSaveLosesExactlyThatSession() throws Exception {
        server.seed(store);
        killWithTheAnswerOnItsWay(settings());

        ChildJvm next = started(settings());
        next.await(Event.LOST);
        assertThat(server.refreshTokensPresentedAgain()).isEqualTo(1);
    }

    @Test
    void aKillBetweenTheAnswerAndTheSaveCostsALoginWhereThereAreCredentials() throws Exception {
        server.seed(store);
        killWithTheAnswerOnItsWay(settings().withCredentials());

        ChildJvm next = started(settings().withCredentials());
        next.await(Event.FIRST_SUCCESS);
        assertThat(server.refreshTokensPresentedAgain()).isEqualTo(1);
        assertThat(server.logins()).isEqualTo(1);
    }

    @Test
    void aKillBeforeTheServerHasActedLosesNothing() throws Exception {
        server.seed(store);
        server.fake()
                .faults()
                .on(Server.METHOD, Server.TOKEN)
                .next(Fault.dropped().delayedBefore(Duration.ofMinutes(10)));
        ChildJvm killed = started(settings());
        server.fake().journal().awaitCount(Server.METHOD, Server.TOKEN, 1, Length.SOON);
        killed.kill();

        ChildJvm next = started(settings());
        next.await(Event.FIRST_SUCCESS);
        server.fake().journal().awaitCount(Server.METHOD, Server.TOKEN, 3, Length.SOON);
        assertThat(next.said().count(Event.LOST)).isZero();
        assertThat(server.refreshTokensPresentedAgain()).isZero();
    }

    private Lives livedThrough(ChildSettings settings) throws Exception {
        Lives lives = new Lives(children, server, store, settings);
        for (int kill = 0; kill < Length.KILLS; kill++) {
            lives.liveAndDie();
        }
        lives.liveOn();
        return lives;
    }

    private void killWithTheAnswerOnItsWay(ChildSettings settings) throws Exception {
        try (Hold hold = server.fake().holdAnswers(Server.METHOD, Server.TOKEN)) {
            ChildJvm killed = started(settings);
            hold.awaitArrived(1, Length.SOON);
            killed.kill();
        }
        server.settle();
        assertThat(server.accepts(server.stored(store))).isFalse();
    }

    private ChildJvm started(ChildSettings settings) throws InterruptedException {
        ChildJvm child = children.start(settings);
        child.tell(Command.GO);
        return child;
    }

    private ChildSettings settings() {
        return server.child(store, Work.RENEWALS, 1);
    }
}
