package dev.latchkey.reliability.processes;

import dev.latchkey.core.auth.FileTokenStore;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.tokenstore.jdbc.JdbcTokenStore;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the store of a run, in the test and in its children. */
final class Stores {
    private Stores() {}

    /** A store in a database if the location is its URL, else in a folder. */
    static TokenStore open(String location) {
        if (!location.startsWith("jdbc:")) {
            return FileTokenStore.at(Path.of(location));
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(location);
        return JdbcTokenStore.on(database);
    }
}
