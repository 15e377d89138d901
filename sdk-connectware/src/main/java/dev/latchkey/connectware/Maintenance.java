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
    private final OperationPaths paths;

    Maintenance(HttpApi http, OperationPaths paths) {
        this.http = http;
        this.paths = paths;
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
     * Starts a backup of the database: {@code POST /api/maintenance/db/backup}. The server answers before it is done; {@link
     * #getDbStatus} tells how it goes, and has to be asked before you call this again: nothing else may run meanwhile. Repeated
     * only if the server cannot have seen it. <b>Unconfirmed:</b> the vendor's page prints the answer, and not the path, which
     * {@link ConnectwareClientBuilder#operationPath} changes.
     *
     * <p>Source: page; path: inferred.
     *
     * @return a call without a value
     */
    public ApiCall<@Nullable Void> backup() {
        return http.post(paths.of(OperationPath.BACKUP)).repeat(Repeat.ONCE).returningNothing();
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
