package dev.latchkey.core;

import java.util.Locale;

final class HeaderNames {
    private HeaderNames() {}

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
