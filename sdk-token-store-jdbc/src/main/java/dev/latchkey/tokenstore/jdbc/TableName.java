package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.InvalidInputException;
import java.util.regex.Pattern;

/**
 * The name of a table, with its schema or without. It becomes part of SQL texts, so that it is an identifier and nothing
 * else.
 *
 * @param sql as it stands in statements
 */
record TableName(String sql) {
    /** As in the shipped SQL. */
    static final TableName DEFAULT = new TableName("latchkey_session");

    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]{0,62}";
    private static final Pattern NAME = Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")?");

    static TableName of(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException("The name of the table must be an identifier of letters, digits and _,"
                    + " or two with a dot between them: schema.table.");
        }
        return new TableName(name);
    }
}
