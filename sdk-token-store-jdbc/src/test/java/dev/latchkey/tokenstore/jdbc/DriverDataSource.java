package dev.latchkey.tokenstore.jdbc;

import java.sql.DriverManager;
import javax.sql.DataSource;

/** The simplest data source: a new connection each time. The drivers' own ones need the module java.naming. */
final class DriverDataSource {
    private DriverDataSource() {}

    static DataSource of(String url) {
        return RiggedDataSource.watched(DataSource.class, DriverDataSource.class, call -> {
            if (!call.name().equals("getConnection")) {
                throw new UnsupportedOperationException(call.name());
            }
            return DriverManager.getConnection(url);
        });
    }
}
