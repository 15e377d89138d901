package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backup of the database, or its restoration. Any of these may be missing.
 *
 * @param id under which the server knows it
 * @param succeeded whether it is done and was a success
 * @param statusMessage the server's words
 * @param startDate when it began, as the server wrote it
 * @param endDate when it ended, as the server wrote it
 */
public record DbTask(
        @Nullable String id,
        @Nullable Boolean succeeded,
        @Nullable String statusMessage,
        @Nullable String startDate,
        @Nullable String endDate) {
    static final RecordAdapter<DbTask> JSON = RecordAdapter.of("DbTask", r -> {
        var id = r.optional("id", Lenient.TEXT, DbTask::id);
        var succeeded = r.optional("succeeded", Lenient.FLAG, DbTask::succeeded).alias("succeded");
        var message = r.optional("statusMessage", Lenient.TEXT, DbTask::statusMessage);
        var start = r.optional("startDate", Lenient.TEXT, DbTask::startDate);
        var end = r.optional("endDate", Lenient.TEXT, DbTask::endDate);
        return in -> new DbTask(in.get(id), in.get(succeeded), in.get(message), in.get(start), in.get(end));
    });

    /**
     * When it began, by the server's clock.
     *
     * @return empty if the server does not say, or says it in a format that is not known
     */
    public Optional<Instant> startInstant() {
        return Lenient.instant(startDate);
    }

    /**
     * When it ended, by the server's clock.
     *
     * @return empty if the server does not say, or says it in a format that is not known
     */
    public Optional<Instant> endInstant() {
        return Lenient.instant(endDate);
    }
}
