package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;

/**
 * What a store was told, and what it is not told: the defaults.
 *
 * @param table where the sessions are
 * @param createsTable whether to create it if it is missing
 * @param connectionWait how long to wait for a connection
 * @param patience how long a database may be away: by default about as long as a restart takes
 * @param time how time passes
 */
record Settings(TableName table, boolean createsTable, Duration connectionWait, Duration patience, StoreTime time) {

    static Settings defaults() {
        // Less than a session waits for its store, so that the failure names what was waited for.
        return new Settings(TableName.DEFAULT, true, Duration.ofMillis(1500), Duration.ofSeconds(5), new SystemTime());
    }

    Settings with(TableName name) {
        return new Settings(name, createsTable, connectionWait, patience, time);
    }

    Settings withCreation(boolean ifMissing) {
        return new Settings(table, ifMissing, connectionWait, patience, time);
    }

    Settings withConnectionWait(Duration wait) {
        return new Settings(table, createsTable, wait, patience, time);
    }

    Settings withPatience(Duration wait) {
        return new Settings(table, createsTable, connectionWait, wait, time);
    }

    Settings with(StoreTime other) {
        return new Settings(table, createsTable, connectionWait, patience, other);
    }
}
