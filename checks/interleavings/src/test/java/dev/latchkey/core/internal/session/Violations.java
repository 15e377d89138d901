package dev.latchkey.core.internal.session;

/** What must not happen and did. */
final class Violations implements OneStep {
    private String found = "";

    void add(String what) {
        found = found.isEmpty() ? what : found + "; " + what;
    }

    void addIf(boolean happened, String what) {
        if (happened) {
            add(what);
        }
    }

    String found() {
        return found;
    }
}
