package dev.latchkey.scenarios.soak;

import dev.latchkey.fake.JournalEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often the server has executed each request that may do harm. For one thread. */
final class Executions {
    private static final int REMEMBERED = 50_000;

    private final Map<String, Integer> byCall = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long executed;
    private int twice;

    void add(JournalEntry request) {
        boolean refused = Integer.valueOf(401).equals(request.status());
        if (request.executed() && !refused) {
            executed++;
            twice += byCall.merge(String.valueOf(request.header(SoakedVendor.CALL)), 1, Integer::sum) == 2 ? 1 : 0;
        }
    }

    long executed() {
        return executed;
    }

    /** How many calls were executed more than once. */
    int twice() {
        return twice;
    }
}
