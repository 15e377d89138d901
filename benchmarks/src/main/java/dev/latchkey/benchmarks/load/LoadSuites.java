package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Suite;
import java.util.List;

/** The suites of this package. */
public final class LoadSuites {
    private LoadSuites() {}

    /** In the order in which they are run. */
    public static List<Suite> all() {
        return List.of(
                new Closure(),
                new ColdStart(),
                new Idle(),
                new Expiry(),
                new Refusals(),
                new Fleet(),
                new Background(),
                new Rotation(),
                new Paging(),
                new AsyncCalls());
    }
}
