package dev.latchkey.tokenstore.jdbc;

class H2ClientTest extends ClientContract {

    @Override
    TestDatabase open() {
        return new H2Database();
    }
}
