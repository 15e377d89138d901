package dev.latchkey.benchmarks.token;

import org.openjdk.jmh.annotations.Benchmark;

/** x. */
public class TokenBenchmark {
    /** x. */
    @Benchmark
    public long raw() {
        return System.nanoTime();
    }
}
