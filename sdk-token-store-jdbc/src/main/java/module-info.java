/** Sessions in a database, shared by a fleet of processes. */
module dev.latchkey.tokenstore.jdbc {
    requires transitive dev.latchkey.core;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports dev.latchkey.tokenstore.jdbc;
}
