package dev.latchkey.fake.connectware;

import java.util.List;

/**
 * The database of the fake, as far as maintenance goes: backups and restores run for a while on the fake's clock. One at
 * a time: a restore that is sent meanwhile is refused with 409. Nothing is really saved or restored.
 *
 * <pre>{@code
 * ... the client sends POST /api/maintenance/db/restore ...
 * fake.clock().advance(Duration.ofSeconds(10));                 // now the status says that it is done
 * assertThat(fake.database().restores()).extracting(RestoreUpload::length).containsExactly(4711L);
 * }</pre>
 *
 * <p>Safe for concurrent use.
 */
public final class FakeDatabase {
    private final DatabaseTasks tasks;
    private final Exclusively exclusively;

    FakeDatabase(DatabaseTasks tasks, Exclusively exclusively) {
        this.tasks = tasks;
        this.exclusively = exclusively;
    }

    /** Lets the next backup or restore fail in the end, with this {@code statusMessage}. */
    public FakeDatabase failNext(String statusMessage) {
        return change(() -> tasks.failNext(statusMessage));
    }

    /**
     * Starts a backup, as {@code POST /api/maintenance/db/backup} does, of which the vendor prints no path.
     *
     * @throws IllegalStateException if a backup or a restore is running
     */
    public FakeDatabase startBackup() {
        return change(() -> {
            if (!tasks.startBackup()) {
                throw new IllegalStateException("a backup or a restore is running; advance the fake's clock first");
            }
        });
    }

    /** Whether a backup or a restore is running. */
    public boolean isRunning() {
        return exclusively.run(tasks::isRunning);
    }

    /** What was sent to be restored, in order. */
    public List<RestoreUpload> restores() {
        return exclusively.run(tasks::uploads);
    }

    private FakeDatabase change(Runnable change) {
        return exclusively.run(() -> {
            change.run();
            return this;
        });
    }
}
