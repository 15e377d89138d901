package dev.latchkey.benchmarks.jmh;

import dev.latchkey.benchmarks.Mode;

/**
 * How much is measured of each subject.
 *
 * @param forks processes; none is this very process, which is quick, and good for nothing but seeing that it works
 * @param warmups iterations before it counts
 * @param iterations that count, in each fork
 * @param millis of an iteration
 */
record Effort(int forks, int warmups, int iterations, int millis) {
    private static final Effort SMOKE = new Effort(0, 0, 1, 50);

    /** For calls over loopback, whose code is much, and takes long to be compiled. */
    static Effort ofCalls(Mode mode) {
        return switch (mode) {
            case SMOKE -> SMOKE;
            case SHORT -> new Effort(2, 3, 4, 700);
            case FULL -> new Effort(4, 5, 8, 1000);
        };
    }

    /** For what stays in memory. */
    static Effort ofLoops(Mode mode) {
        return switch (mode) {
            case SMOKE -> SMOKE;
            case SHORT -> new Effort(2, 3, 3, 400);
            case FULL -> new Effort(4, 3, 5, 600);
        };
    }
}
