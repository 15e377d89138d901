package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;

/**
 * What a store was told, and what it is not told: the defaults.
 *
 * @param table where the sessions are
 * @param createsTable whether to create it if it is missing
 * @param holdLimit how long a section may go without a word to the database
 * @param patience how long a database may be away: by default about as long as a restart takes
 */
record Settings(TableName table, boolean createsTable, Duration holdLimit, Duration patience) {
    static final Settings DEFAULT = new Settings(TableName.DEFAULT, true, Duration.ofMinutes(2), Duration.ofSeconds(5));

    Settings with(TableName name) {
        return new Settings(name, createsTable, holdLimit, patience);
    }

    Settings withCreation(boolean ifMissing) {
        return new Settings(table, ifMissing, holdLimit, patience);
    }

    Settings withHoldLimit(Duration limit) {
        return new Settings(table, createsTable, limit, patience);
    }

    Settings withPatience(Duration wait) {
        return new Settings(table, createsTable, holdLimit, wait);
    }
}
