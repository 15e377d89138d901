package dev.latchkey.core.http;

/** A program that makes calls and ends: {@code OneCall <base URL> <how many>}. */
final class OneCall {
    private OneCall() {}

    public static void main(String[] args) {
        TestClientBuilder builder =
                new TestClientBuilder(new TestVendor()).baseUrl(args[0]).credentials("jane", "password");
        try (HttpApi http = builder.build()) {
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                http.get("/x").returningText().execute();
                if (i % 2 == 1) {
                    http.get("/x").returningText().executeAsync().join();
                }
            }
        }
    }
}
