package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What the server does with its database. Any of these may be missing.
 *
 * @param running whether a backup or a restoration is under way
 * @param backup the last backup, null if there was none
 * @param restore the last restoration, null if there was none
 */
public record DbStatus(
        @Nullable Boolean running,
        @Nullable DbTask backup,
        @Nullable DbTask restore) {
    static final RecordAdapter<DbStatus> JSON = RecordAdapter.of("DbStatus", r -> {
        var running = r.optional("running", Lenient.FLAG, DbStatus::running);
        var backup = r.optional("backup", DbTask.JSON, DbStatus::backup);
        var restore = r.optional("restore", DbTask.JSON, DbStatus::restore);
        return in -> new DbStatus(in.get(running), in.get(backup), in.get(restore));
    });
}
