package dev.latchkey.scenarios;

/** The secrets of the scenarios, marked so that the leak check of the whole run would find them. */
final class Secrets {
    static final String MARKER = dev.latchkey.leakcheck.SecretLeaks.MARKER;
    static final String USERNAME = "jane";
    static final String PASSWORD = "pw-" + MARKER;

    private Secrets() {}
}
