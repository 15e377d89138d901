package dev.latchkey.reliability.processes;

import dev.latchkey.leakcheck.SecretLeaks;

/** Whom the children serve. The password carries the marker that the leak check looks for. */
final class Account {
    static final String USERNAME = "jane";
    static final String PASSWORD = "pw-" + SecretLeaks.MARKER;
    static final int NUMBER = 1234;

    private Account() {}
}
