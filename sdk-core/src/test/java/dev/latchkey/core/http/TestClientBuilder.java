package dev.latchkey.core.http;

final class TestClientBuilder extends ClientBuilder<TestClientBuilder> {

    TestClientBuilder(Vendor vendor) {
        super(vendor);
    }

    @Override
    protected TestClientBuilder self() {
        return this;
    }

    HttpApi build() {
        return open();
    }
}
