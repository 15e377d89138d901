package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.StoredSession;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The statements, each a transaction of its own. Whoever changes a row names what he has seen of it. */
final class Rows {
    private final Table table;

    Rows(Table table) {
        this.table = table;
    }

    /** Null if there is no such row. */
    @Nullable
    Row read(RowKey key) throws IOException {
        String sql = "SELECT session_json, revision, phase, holder, pulse FROM " + table.sql() + " WHERE id = ?";
        Row[] found = table.touch(loan -> {
            try (PreparedStatement statement = loan.prepare(sql)) {
                statement.setString(1, key.id());
                try (ResultSet result = statement.executeQuery()) {
                    return result.next() ? new Row[] {row(result)} : new Row[0];
                }
            }
        });
        return found.length == 0 ? null : found[0];
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getString(1),
                result.getLong(2),
                Phase.named(result.getString(3)),
                result.getString(4),
                result.getLong(5));
    }

    /** Makes a row and enters it. False if there is one. */
    boolean insert(RowKey key, String holder) throws IOException {
        String sql = "INSERT INTO " + table.sql() + " (id, vendor, base_url, identity_name, generation, version,"
                + " session_json, revision, phase, holder, pulse, updated_at)"
                + " VALUES (?, ?, ?, ?, 0, 0, NULL, 1, ?, ?, 0, CURRENT_TIMESTAMP)";
        return table.touch(loan -> {
            try (PreparedStatement statement = loan.prepare(sql)) {
                statement.setString(1, key.id());
                statement.setString(2, key.vendor());
                statement.setString(3, key.baseUrl());
                statement.setString(4, key.identity());
                statement.setString(5, Phase.ENTERED.name());
                statement.setString(6, holder);
                return statement.executeUpdate() == 1;
            } catch (SQLException e) {
                if (!Failures.isDuplicate(e)) {
                    throw e;
                }
                loan.rollback();
                return false;
            }
        });
    }

    /** Enters a row that is as it was seen, its pulse included. */
    boolean enter(RowKey key, Row seen, Row next) throws IOException {
        return update(
                "phase = ?, holder = ?, revision = revision + 1 WHERE id = ? AND revision = ? AND pulse = ?",
                next.phase().name(),
                next.holder(),
                key.id(),
                seen.revision(),
                seen.pulse());
    }

    /** Replaces the session, if nothing but the pulse has changed since a revision. */
    boolean write(RowKey key, long revision, StoredSession session, Row next) throws IOException {
        return update(
                "phase = ?, generation = ?, version = ?, session_json = ?, revision = revision + 1"
                        + " WHERE id = ? AND revision = ?",
                next.phase().name(),
                session.generation(),
                session.version(),
                next.json(),
                key.id(),
                revision);
    }

    /** Shows that a holder lives. False if he is none any more. */
    boolean beat(RowKey key, String holder) throws IOException {
        return update("pulse = pulse + 1 WHERE id = ? AND holder = ?", key.id(), holder);
    }

    /** Leaves a row, if nothing but the pulse has changed since. */
    boolean leave(RowKey key, Row held) throws IOException {
        Phase phase = held.phase().awaitsAnswer() ? Phase.UNANSWERED : Phase.FREE;
        return update(
                "phase = ?, revision = revision + 1 WHERE id = ? AND revision = ?",
                phase.name(),
                key.id(),
                held.revision());
    }

    private boolean update(String what, @Nullable Object... parameters) throws IOException {
        String sql = "UPDATE " + table.sql() + " SET updated_at = CURRENT_TIMESTAMP, " + what;
        return table.touch(loan -> {
            try (PreparedStatement statement = loan.prepare(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return statement.executeUpdate() == 1;
            }
        });
    }
}
