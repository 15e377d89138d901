package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import org.jspecify.annotations.Nullable;

/**
 * Backup and restoration of the server's database.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Maintenance {
    private final HttpApi http;

    Maintenance(HttpApi http) {
        this.http = http;
    }

    /**
     * What the server does with its database: {@code GET /api/maintenance/db}.
     *
     * @return a call that yields the last backup and the last restoration
     */
    public ApiCall<DbStatus> getDbStatus() {
        return http.get("/api/maintenance/db").returning(DbStatus.JSON);
    }

    /**
     * Starts to restore the database: {@code POST /api/maintenance/db/restore}. The server answers before it is done; {@link
     * #getDbStatus} tells how it goes. Repeated only if the server cannot have seen it. A large backup takes longer to send
     * than the usual limit of a call: give it more with {@link ApiCall#timeout}.
     *
     * @param backup what to restore
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> restoreDb(DbBackup backup) {
        return http.post("/api/maintenance/db/restore")
                .secret()
                .repeat(Repeat.ONCE)
                .body(Inputs.present("backup", backup).body())
                .returningNothing();
    }
}
