package com.example;

import dev.latchkey.controlbyweb.ControlByWebClient;

/** A class path that cannot work is found when the client is built. */
public final class Main {
    private static final String OLDER = "okio-jvm-3.7.0.jar";

    private Main() {}

    public static void main(String[] args) {
        try (ControlByWebClient client =
                ControlByWebClient.builder().credentials("jane", "secret").build()) {
            throw new AssertionError("built with " + OLDER + ": " + client);
        } catch (IllegalStateException e) {
            String told = e.getMessage();
            if (!told.contains(OLDER) || !told.contains("okhttp-jvm-") || !told.contains("\"OkHttp, once\"")) {
                throw new AssertionError("does not say what to do: " + told, e);
            }
            System.out.println(told);
        }
    }
}
