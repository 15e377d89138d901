package dev.latchkey.android.apps;

import dev.latchkey.examples.Tour;
import java.io.ByteArrayInputStream;
import java.util.Map;

/** The tour for where there is no terminal to ask for colours, and no command line. */
public final class TourOnAPhone {
    private TourOnAPhone() {}

    public static void main(String[] args) {
        int code = new Tour(Map.of(), new ByteArrayInputStream(new byte[0]), System.out, false).run();
        System.out.flush();
        System.exit(code);
    }
}
