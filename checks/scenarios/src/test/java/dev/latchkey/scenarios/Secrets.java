package dev.latchkey.scenarios;

/** The secrets of the scenarios, marked so that the leak check of the whole run would find them. */
public final class Secrets {
    public static final String MARKER = dev.latchkey.leakcheck.SecretLeaks.MARKER;
    public static final String USERNAME = "jane";
    public static final String PASSWORD = "pw-" + MARKER;

    private Secrets() {}
}
