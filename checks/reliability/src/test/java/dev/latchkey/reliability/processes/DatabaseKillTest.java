package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.reliability.processes.ChildSettings.Work;
import dev.latchkey.testsupport.Figures;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that renews all the time is killed and started again, on one database, at a server that ends sessions on reuse. */
@Isolated
@Tag("reliability")
@ParameterizedClass
@EnumSource(DatabaseServer.Kind.class)
class DatabaseKillTest {
    /** Long enough for one that finds the section held by a dead one. */
    private static final int LONGEST_MILLIS = 6000;

    private static final int KILLS = Length.KILLS / 2;

    @RegisterExtension
    final Children children = new Children();

    private final DatabaseServer.Kind kind;
    private final Server server = new Server();

    DatabaseKillTest(DatabaseServer.Kind kind) {
        this.kind = kind;
    }

    @AfterEach
    void endTheServer() {
        server.close();
    }

    @Test
    @Timeout(1200)
    void withCredentialsNoSessionIsLostAndNoRefreshTokenIsPresentedTwice() throws Exception {
        String store = kind.sharedUrl();
        server.fake().settings().reuseEndsSession(true);
        server.seed(store);
        ChildSettings settings = server.child(store, Work.RENEWALS, 1).withCredentials();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("the instants of the kills follow from the seed " + seed);
        int calls = 0;
        int heldBack = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            if (Server.holdsLoginsBack(server.stored(store))) {
                heldBack++;
                server.seed(store);
            }
            ChildJvm child = children.start(settings);
            child.tell(Command.GO);
            child.runFor(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
            child.kill();
            assertThat(child.said().count(Event.LOST)).as(child::toString).isZero();
            assertThat(child.said().count(Event.FAILED)).as(child::toString).isZero();
            calls += child.said().count(Event.FIRST_SUCCESS);
        }
        ChildJvm last = children.start(settings);
        last.tell(Command.GO);
        last.await(Event.FIRST_SUCCESS);
        last.tell(Command.NEXT_SUCCESS);
        assertThat(last.stop().failures()).as(last::toString).isZero();

        assertThat(server.refreshTokensPresentedAgain()).isZero();
        assertThat(server.accepts(server.stored(store))).isTrue();
        Figures.of("kill-" + kind, "Kill on " + kind + ", with credentials")
                .add("kills", KILLS)
                .add("of them after the first call", calls)
                .add("token requests", server.tokenRequests())
                .add("logins", server.logins())
                .add("logins held back and done by somebody else", heldBack)
                .add("sessions lost", 0)
                .add("refresh tokens presented twice", 0)
                .add("seed", seed)
                .write();
    }
}
