package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of the database, or its restoration. Any of these may be missing.
 *
 * @param id under which the server knows it
 * @param succeeded whether it is done and was a success
 * @param statusMessage the server's words
 * @param startDate when it began; null also if the server's text is no time
 * @param endDate when it ended; null also if the server's text is no time
 */
public record DbTask(
        @Nullable String id,
        @Nullable Boolean succeeded,
        @Nullable String statusMessage,
        @Nullable Instant startDate,
        @Nullable Instant endDate) {
    static final RecordAdapter<DbTask> JSON = RecordAdapter.of("DbTask", r -> {
        var time = Json.lenient(Json.INSTANT_LENIENT);
        var id = r.optional("id", Lenient.TEXT, DbTask::id);
        var succeeded = r.optional("succeeded", Lenient.FLAG, DbTask::succeeded).alias("succeded");
        var message = r.optional("statusMessage", Lenient.TEXT, DbTask::statusMessage);
        var start = r.optional("startDate", time, DbTask::startDate);
        var end = r.optional("endDate", time, DbTask::endDate);
        return in -> new DbTask(in.get(id), in.get(succeeded), in.get(message), in.get(start), in.get(end));
    });
}
