package dev.latchkey.fake;

import dev.latchkey.fake.internal.Endpoint;
import dev.latchkey.fake.internal.Router;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The faults that a fake still has to commit. Those asked for first come first; a request gets one fault at most. A
 * request takes its fault after a {@link Hold} has let it pass. Safe for concurrent use.
 *
 * <pre>{@code
 * fake.faults().next(2, Fault.status(503));                                   // the next two answers
 * fake.faults().on("POST", "/v1/auth/token").always(Fault.status(500));       // one endpoint, until clear()
 * fake.faults().randomly(0.05, 42, Fault.reset(), Fault.truncated());         // one call in twenty, reproducible
 * }</pre>
 */
public final class Faults {
    private final Rules rules;
    private final @Nullable Endpoint only;

    Faults(Router<?> router) {
        this(new Rules(router), null);
    }

    private Faults(Rules rules, @Nullable Endpoint only) {
        this.rules = rules;
        this.only = only;
    }

    /**
     * The faults of one endpoint.
     *
     * @param path the path template, as in {@code /v1/accounts/{AccountId}/tokens}
     * @throws IllegalArgumentException if the fake has no such endpoint
     */
    public Faults on(String method, String path) {
        return new Faults(rules, rules.router.require(method, path));
    }

    /** The next request meets this fault. */
    public Faults next(Fault fault) {
        return next(1, fault);
    }

    /** The next requests, as many as said, meet this fault. */
    public Faults next(int times, Fault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("a fault happens once at least, not " + times + " times");
        }
        rules.add(new Rule(only, times, 1, new Random(0), List.of(fault)));
        return this;
    }

    /** Each request meets this fault until {@link #clear}. */
    public Faults always(Fault fault) {
        rules.add(new Rule(only, Integer.MAX_VALUE, 1, new Random(0), List.of(fault)));
        return this;
    }

    /**
     * Each request meets one of the faults with this probability, until {@link #clear}. The same seed and the same order
     * of requests give the same faults.
     *
     * @param probability 0 to 1
     */
    public Faults randomly(double probability, long seed, Fault... faults) {
        if (!(probability >= 0 && probability <= 1) || faults.length == 0) {
            throw new IllegalArgumentException("a probability is 0 to 1, and at least one fault is needed");
        }
        rules.add(new Rule(only, Integer.MAX_VALUE, probability, new Random(seed), List.of(faults)));
        return this;
    }

    /** How many faults asked for by {@code next} have not happened yet, on all endpoints. */
    public int pending() {
        return rules.pending();
    }

    /** Forgets every fault, on all endpoints. */
    public void clear() {
        rules.clear();
    }

    @Nullable
    Fault take(@Nullable Endpoint endpoint) {
        return rules.take(endpoint);
    }

    private static final class Rules {
        private final Router<?> router;
        private final ReentrantLock lock = new ReentrantLock();
        private final List<Rule> rules = new ArrayList<>();

        Rules(Router<?> router) {
            this.router = router;
        }

        void add(Rule rule) {
            lock.lock();
            try {
                rules.add(rule);
            } finally {
                lock.unlock();
            }
        }

        void clear() {
            lock.lock();
            try {
                rules.clear();
            } finally {
                lock.unlock();
            }
        }

        int pending() {
            lock.lock();
            try {
                return rules.stream()
                        .filter(rule -> rule.times != Integer.MAX_VALUE)
                        .mapToInt(rule -> rule.times)
                        .sum();
            } finally {
                lock.unlock();
            }
        }

        @Nullable
        Fault take(@Nullable Endpoint endpoint) {
            lock.lock();
            try {
                for (Iterator<Rule> i = rules.iterator(); i.hasNext(); ) {
                    Rule rule = i.next();
                    Fault fault = rule.take(endpoint);
                    if (fault != null) {
                        if (rule.times == 0) {
                            i.remove();
                        }
                        return fault;
                    }
                }
                return null;
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Rule {
        private final @Nullable Endpoint only;
        private int times;
        private final double probability;
        private final Random random;
        private final List<Fault> faults;

        Rule(@Nullable Endpoint only, int times, double probability, Random random, List<Fault> faults) {
            this.only = only;
            this.times = times;
            this.probability = probability;
            this.random = random;
            this.faults = faults;
        }

        @Nullable
        Fault take(@Nullable Endpoint endpoint) {
            if ((only != null && !only.equals(endpoint)) || random.nextDouble() >= probability) {
                return null;
            }
            if (times != Integer.MAX_VALUE) {
                times--;
            }
            return faults.get(random.nextInt(faults.size()));
        }
    }
}
