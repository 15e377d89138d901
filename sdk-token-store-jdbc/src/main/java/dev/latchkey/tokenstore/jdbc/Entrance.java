package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.store.StoreBusyException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets one holder after the other into the sections of one store's sessions. A row that somebody is in is watched until he
 * leaves it, or has shown no pulse for so long that he is taken for dead.
 */
final class Entrance {
    /** Without a pulse, a section that has sent nothing is over after this time. */
    static final Duration ABANDONED = Duration.ofSeconds(3);

    /** Without a pulse, no answer to what was sent is expected after this time. */
    static final Duration NO_ANSWER = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Rows rows;
    private final Settings settings;
    private final StoreTime time;
    private final String us = UUID.randomUUID().toString();
    private final AtomicLong numbers = new AtomicLong();
    private final Set<String> inside = ConcurrentHashMap.newKeySet();
    private final Map<RowKey, Watch> watches = new ConcurrentHashMap<>();

    Entrance(Rows rows, Settings settings) {
        this.rows = rows;
        this.settings = settings;
        this.time = settings.time();
    }

    /**
     * Waits for whoever is in it, and for a database that is away, each for its time.
     *
     * @param noAnswer the silence after which to enter where an answer may be on its way
     */
    HeldRow enter(RowKey key, Duration maxWait, Duration noAnswer) throws IOException, InterruptedException {
        String holder = us + "-" + numbers.incrementAndGet();
        inside.add(holder);
        boolean entered = false;
        try {
            HeldRow held = await(key, holder, maxWait, noAnswer);
            entered = true;
            if (Thread.interrupted()) {
                held.close();
                throw new InterruptedException();
            }
            return held;
        } finally {
            if (!entered) {
                inside.remove(holder);
            }
        }
    }

    private HeldRow await(RowKey key, String holder, Duration maxWait, Duration noAnswer)
            throws IOException, InterruptedException {
        Moment start = Moment.now(time);
        Moment lastAnswer = start;
        Duration pause = FIRST_PAUSE;
        while (true) {
            time.pause(Duration.ZERO);
            try {
                HeldRow held = tryToEnter(key, holder, noAnswer);
                if (held != null) {
                    return held;
                }
                lastAnswer = Moment.now(time);
                if (start.elapsed(time).compareTo(maxWait) >= 0) {
                    throw new StoreBusyException("Another process held the session for more than " + maxWait + ".");
                }
            } catch (DatabaseAwayException e) {
                if (e instanceof NoFreeConnectionException
                        || lastAnswer.elapsed(time).compareTo(settings.patience()) >= 0) {
                    throw e;
                }
            }
            time.pause(pause.multipliedBy(50 + ThreadLocalRandom.current().nextInt(50))
                    .dividedBy(100));
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private @Nullable HeldRow tryToEnter(RowKey key, String holder, Duration noAnswer) throws IOException {
        long began = time.nanoTime();
        Row row = rows.read(key);
        if (row == null) {
            Moment entering = Moment.now(time);
            return rows.insert(key, holder) ? held(key, Row.made(holder), false, entering) : null;
        }
        if (row.holder().equals(holder)) {
            return held(key, row, row.phase().awaitsAnswer(), Moment.now(time)); // Its answer was lost, not the entry.
        }
        long ended = time.nanoTime();
        Watch watch = watches.compute(
                key, (unused, before) -> before == null ? Watch.first(row, ended) : before.next(row, began, ended));
        if (!isOpen(row, watch, noAnswer)) {
            return null;
        }
        Moment entering = Moment.now(time);
        Row mine = row.entered(holder);
        if (!rows.enter(key, row, mine)) {
            return null;
        }
        boolean mayBeSpent = row.phase().awaitsAnswer() && watch.unanswered().compareTo(NO_ANSWER) < 0;
        if (!mayBeSpent) {
            watches.remove(key); // Else whoever leaves without an outcome would begin to count anew.
        }
        return held(key, mine, mayBeSpent, entering);
    }

    private boolean isOpen(Row row, Watch watch, Duration noAnswer) {
        if (row.phase() == Phase.FREE) {
            return true;
        }
        if (row.holder().startsWith(us)) {
            return !inside.contains(
                    row.holder()); // A section of our own that could not be left, or without an outcome.
        }
        boolean isLeft = !row.phase().isInside() || watch.silence().compareTo(ABANDONED) >= 0;
        return isLeft && (!row.phase().awaitsAnswer() || watch.unanswered().compareTo(noAnswer) >= 0);
    }

    private HeldRow held(RowKey key, Row row, boolean mayBeSpent, Moment entered) {
        return new HeldRow(rows, settings, key, row, mayBeSpent, entered, () -> inside.remove(row.holder()));
    }
}
