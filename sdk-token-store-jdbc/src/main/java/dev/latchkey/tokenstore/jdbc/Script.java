package dev.latchkey.tokenstore.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The shipped SQL, ready to be sent through JDBC. */
final class Script {
    private Script() {}

    /** The statement that creates a table: no comments and no semicolon, which not every driver takes. */
    static String creating(TableName table, Dialect dialect) throws IOException {
        return read(dialect.script())
                .replaceAll("--.*", "")
                .replaceAll("\\s+", " ")
                .replace(";", "")
                .replace(TableName.DEFAULT.sql(), table.sql())
                .trim();
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = Script.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(
                        "The resource " + resource + " is missing beside " + Script.class.getName() + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
