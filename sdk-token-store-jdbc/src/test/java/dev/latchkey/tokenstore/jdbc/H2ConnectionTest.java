package dev.latchkey.tokenstore.jdbc;

class H2ConnectionTest extends ConnectionContract {

    @Override
    TestDatabase open() {
        return new H2Database();
    }
}
