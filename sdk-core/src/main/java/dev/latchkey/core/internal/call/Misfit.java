package dev.latchkey.core.internal.call;

import org.jspecify.annotations.Nullable;

/** A library on the class path is not the one that this code was compiled against. No time mends it. */
public final class Misfit {
    private static final int DEEPEST = 10;

    private Misfit() {}

    /**
     * Looks for the error that tells of it.
     *
     * @param thrown and what caused it
     * @return the error, or null if there is none
     */
    public static @Nullable LinkageError in(Throwable thrown) {
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof LinkageError misfit) {
                return misfit;
            }
            each = each.getCause();
        }
        return null;
    }

    /**
     * Says what is wrong and what to do.
     *
     * @param misfit names a class or a method
     * @return a sentence or two
     */
    public static String problem(LinkageError misfit) {
        return "A library on the class path does not fit (" + misfit
                + "). Often an older OkHttp or Okio is found first: see \"OkHttp, once\" in the README.";
    }
}
