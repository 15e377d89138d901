package dev.latchkey.tokenstore.jdbc;

/** Keeps sessions in a database. */
public final class JdbcTokenStore {
    private JdbcTokenStore() {}
}
