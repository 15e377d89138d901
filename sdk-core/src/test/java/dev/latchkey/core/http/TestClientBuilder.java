package dev.latchkey.core.http;

import dev.latchkey.core.auth.Tokens;

final class TestClientBuilder extends ClientBuilder<TestClientBuilder> {

    private final TestVendor vendor;

    TestClientBuilder(TestVendor vendor) {
        this.vendor = vendor;
    }

    @Override
    protected TestClientBuilder self() {
        return this;
    }

    TestClientBuilder starting(String refreshToken) {
        startFrom(refreshToken);
        return this;
    }

    TestClientBuilder fixed(Tokens tokens) {
        fixedTokens(tokens, "An administrator makes it.");
        return this;
    }

    HttpApi build() {
        return open(vendor.vendor(), vendor::tokens);
    }
}
