package dev.latchkey.tokenstore.jdbc;

import java.sql.SQLException;

/** All that every test runs on. Those that are servers are skipped where there is none. */
enum Databases {
    H2 {
        @Override
        TestDatabase open() {
            return new H2Database("");
        }
    },
    H2_AS_POSTGRESQL {
        @Override
        TestDatabase open() {
            return new H2Database(";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        }
    },
    HSQLDB {
        @Override
        TestDatabase open() {
            return new HsqlDatabase();
        }
    },
    POSTGRESQL {
        @Override
        TestDatabase open() throws SQLException {
            return PostgresDatabase.open();
        }
    },
    MARIADB {
        @Override
        TestDatabase open() throws SQLException {
            return MariaDatabase.open();
        }
    };

    abstract TestDatabase open() throws SQLException;
}
