package dev.latchkey.benchmarks.load.child;

import dev.latchkey.connectware.ConnectwareClient;

/** From {@code main} to the first answer: {@code LatchkeyMain BASE_URL USER_ID}. */
public final class LatchkeyMain {
    private LatchkeyMain() {}

    /** Prints the user's name, and the nanoseconds since the start. */
    public static void main(String[] args) {
        long start = System.nanoTime();
        try (ConnectwareClient client = ConnectwareClient.builder()
                .baseUrl(args[0])
                .credentials("admin", "secret")
                .build()) {
            String username = client.users().get(args[1]).execute().username();
            System.out.println(username + " " + (System.nanoTime() - start));
        }
    }
}
