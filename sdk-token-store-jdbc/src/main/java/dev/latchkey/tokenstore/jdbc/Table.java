package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.store.StoreSetupException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The table that the sessions are in. Looks once whether it is there, and creates it if that is wanted. */
final class Table {
    private static final String SCRIPT = "latchkey_session.sql";

    private static final String COLUMNS =
            "id, vendor, base_url, identity_name, generation, version, session_json, revision, phase, holder, pulse,"
                    + " updated_at";

    /** What databases call a text without a limit: MySQL and MariaDB, most, Oracle and others. */
    private static final String[] LONG_TEXTS = {"LONGTEXT", "TEXT", "CLOB"};

    private final TableName name;
    private final boolean createIfMissing;
    private final Database database;
    private volatile boolean found;

    Table(TableName name, boolean createIfMissing, Database database) {
        this.name = name;
        this.createIfMissing = createIfMissing;
        this.database = database;
    }

    String sql() {
        return name.sql();
    }

    /** Does the work where the table is known to be there. */
    <T> T touch(Database.Work<T> work) throws IOException {
        if (!found) {
            require();
            found = true;
        }
        return database.touch(work);
    }

    private void require() throws IOException {
        if (has(COLUMNS)) {
            return;
        }
        if (has("id")) {
            throw new StoreSetupException("The table " + name.sql() + " is not one of this version of the SDK. Drop it,"
                    + " or name another one, and create it with " + SCRIPT + ", beside " + Table.class.getName() + ".");
        }
        if (!createIfMissing) {
            throw new StoreSetupException("There is no table " + name.sql() + " that this user may read. Create it"
                    + " with " + SCRIPT + ", beside " + Table.class.getName() + ", and grant SELECT, INSERT, UPDATE.");
        }
        create();
    }

    private void create() throws IOException {
        IOException failure = new IOException("There was nothing to try.");
        for (String longText : LONG_TEXTS) {
            try {
                execute(script(name, longText));
                return;
            } catch (DatabaseAwayException e) {
                throw e;
            } catch (IOException e) {
                failure = e;
                if (has(COLUMNS)) { // Another process was faster.
                    return;
                }
            }
        }
        throw new StoreSetupException("The table " + name.sql() + " cannot be created. Create it with " + SCRIPT
                + ", beside " + Table.class.getName() + ": " + failure.getMessage());
    }

    private boolean has(String columns) throws IOException {
        return database.touch(loan -> {
            try (PreparedStatement statement =
                    loan.prepare("SELECT " + columns + " FROM " + name.sql() + " WHERE 1 = 0")) {
                statement.executeQuery().close();
                return true;
            } catch (SQLException e) {
                if (Failures.isPassing(e)) {
                    throw e;
                }
                loan.rollback();
                return false;
            }
        });
    }

    private void execute(String sql) throws IOException {
        boolean unused = database.touch(loan -> {
            try (PreparedStatement statement = loan.prepare(sql)) {
                return statement.execute();
            }
        });
    }

    /** The statement that creates the table: no comments and no semicolon, which not every driver takes. */
    static String script(TableName name, String longText) throws IOException {
        return read().replaceAll("--.*", "")
                .replaceAll("\\s+", " ")
                .replace(";", "")
                .replace(" TEXT", " " + longText)
                .replace(TableName.DEFAULT.sql(), name.sql())
                .trim();
    }

    private static String read() throws IOException {
        try (InputStream in = Table.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IOException("The resource " + SCRIPT + " is missing beside " + Table.class.getName() + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
