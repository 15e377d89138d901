package dev.latchkey.tokenstore.jdbc;

class H2TableTest extends TableContract {

    @Override
    TestDatabase open() {
        return new H2Database();
    }

    @Override
    String script() {
        return "h2.sql";
    }
}
