package dev.latchkey.fake.connectware;

import dev.latchkey.fake.internal.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The latest backup and the latest restore, of which one at a time can run. Not thread-safe. */
final class DatabaseTasks {
    private final InstantSource clock;
    private final ConnectwareSettings settings;
    private final List<RestoreUpload> uploads = new ArrayList<>();
    private @Nullable String failure;
    private @Nullable DatabaseTask backup;
    private @Nullable DatabaseTask restore;

    DatabaseTasks(InstantSource clock, ConnectwareSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    void clear() {
        uploads.clear();
        failure = null;
        backup = null;
        restore = null;
    }

    void failNext(String statusMessage) {
        failure = statusMessage;
    }

    List<RestoreUpload> uploads() {
        return List.copyOf(uploads);
    }

    boolean isRunning() {
        Instant now = clock.instant();
        return isRunning(backup, now) || isRunning(restore, now);
    }

    /** Starts a backup, unless something is running. */
    boolean startBackup() {
        if (isRunning()) {
            return false;
        }
        backup = newTask();
        return true;
    }

    /** Starts to restore what was sent, unless something is running. */
    boolean startRestore(RestoreUpload upload) {
        if (isRunning()) {
            return false;
        }
        uploads.add(upload);
        restore = newTask();
        return true;
    }

    Map<String, @Nullable Object> status() {
        Instant now = clock.instant();
        return Json.object("running", isRunning(), "backup", json(backup, now), "restore", json(restore, now));
    }

    private DatabaseTask newTask() {
        Instant now = clock.instant();
        DatabaseTask task =
                new DatabaseTask(UUID.randomUUID().toString(), now, now.plus(settings.databaseTaskDuration()), failure);
        failure = null;
        return task;
    }

    private @Nullable Map<String, @Nullable Object> json(@Nullable DatabaseTask task, Instant now) {
        if (task == null) {
            return null;
        }
        boolean running = task.isRunning(now);
        String outcome = task.failure() == null ? "done" : task.failure();
        return Json.object(
                "id",
                task.id(),
                settings.misspeltSucceeded() ? "succeded" : "succeeded",
                !running && task.failure() == null,
                "statusMessage",
                running ? "running" : outcome,
                "startDate",
                Views.date(task.start()),
                "endDate",
                running ? null : Views.date(task.end()));
    }

    private static boolean isRunning(@Nullable DatabaseTask task, Instant now) {
        return task != null && task.isRunning(now);
    }
}
