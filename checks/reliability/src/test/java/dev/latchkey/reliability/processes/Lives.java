package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testsupport.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One life of a process after the other, on one store. After each, what the store has is held against what the server knows:
 * a stored refresh token that the server no longer takes was spent in that life, and what it bought was not saved. That is
 * the gap which cannot be closed.
 */
final class Lives {
    /** Long enough for one that finds a renewal unfinished, waits for its outcome in vain and renews by itself. */
    private static final int LONGEST_MILLIS = 1000;

    /** The same where the first thing in a life may be a login: the print of the password alone takes a second or two. */
    private static final int LONGEST_MILLIS_WITH_LOGIN = 4000;

    private final Children children;
    private final Server server;
    private final String store;
    private final ChildSettings settings;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private boolean storedSessionIsGood;
    private int kills;
    private int killsBeforeTheFirstCall;
    private int gaps;
    private int lost;
    private int heldBack;
    private long logins;
    private long tokenRequests;

    Lives(Children children, Server server, String store, ChildSettings settings)
            throws IOException, InterruptedException {
        this.children = children;
        this.server = server;
        this.store = store;
        this.settings = settings;
        this.storedSessionIsGood = server.accepts(server.stored(store));
        System.out.println("the instants of the kills follow from the seed " + seed);
    }

    /** A life that ends at a random instant. */
    void liveAndDie() throws IOException, InterruptedException {
        mournALoss();
        ChildJvm child = begin();
        child.runFor(Duration.ofMillis(
                random.nextInt(settings.hasCredentials() ? LONGEST_MILLIS_WITH_LOGIN : LONGEST_MILLIS)));
        assertThat(child.isAlive()).as(child::toString).isTrue();
        child.kill();
        assertThat(child.said().count(Event.LOST)).as(child::toString).isZero();
        assertThat(child.said().count(Event.FAILED)).as(child::toString).isZero();
        kills++;
        killsBeforeTheFirstCall += child.said().count(Event.FIRST_SUCCESS) == 0 ? 1 : 0;
        account();
    }

    /** A life that ends in peace and leaves a good session. */
    void liveOn() throws IOException, InterruptedException {
        mournALoss();
        ChildJvm child = begin();
        child.await(Event.FIRST_SUCCESS);
        child.tell(Command.NEXT_SUCCESS);
        assertThat(child.stop().failures()).as(child::toString).isZero();
        account();
        assertThat(storedSessionIsGood).isTrue();
    }

    /** How often the server had answered a request for tokens that were then not saved. */
    int gaps() {
        return gaps;
    }

    int lost() {
        return lost;
    }

    long logins() {
        return logins;
    }

    /** How often two processes in a row died while they logged in, so that somebody else had to. */
    int heldBack() {
        return heldBack;
    }

    int killsAfterTheFirstCall() {
        return kills - killsBeforeTheFirstCall;
    }

    Figures figures(Figures figures) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(store))) {
            return figures.add("kills", kills)
                    .add("of them before the first call", killsBeforeTheFirstCall)
                    .add("of them between answer and save", gaps)
                    .add("token requests", tokenRequests)
                    .add("logins", logins)
                    .add("logins held back and done by somebody else", heldBack)
                    .add("sessions lost", lost)
                    .add("unreadable stores", 0) // One would have ended the run.
                    .add("files in the store", files.count())
                    .add("seed", seed);
        }
    }

    /**
     * After a gap, a process without credentials says that the session is over; then a new one is put into the store. So it is
     * where logins are held back, as an operator would do.
     */
    private void mournALoss() throws IOException, InterruptedException {
        if (storedSessionIsGood) {
            return;
        }
        if (settings.hasCredentials()) {
            if (Server.holdsLoginsBack(server.stored(store))) {
                heldBack++;
                server.seed(store);
                storedSessionIsGood = true;
            }
            return;
        }
        ChildJvm child = begin();
        child.await(Event.LOST);
        lost++;
        child.stop();
        server.seed(store);
        storedSessionIsGood = true;
    }

    private ChildJvm begin() throws InterruptedException {
        server.settle();
        server.fake().journal().clear();
        ChildJvm child = children.start(settings);
        child.tell(Command.GO);
        return child;
    }

    private void account() throws IOException, InterruptedException {
        server.settle();
        long loggedIn = server.logins();
        assertThat(loggedIn).as("logins in one life").isLessThanOrEqualTo(storedSessionIsGood ? 0 : 1);
        boolean good = server.accepts(server.stored(store));
        gaps += !good && (storedSessionIsGood || loggedIn > 0) ? 1 : 0;
        storedSessionIsGood = good;
        logins += loggedIn;
        tokenRequests += server.tokenRequests();
    }
}
