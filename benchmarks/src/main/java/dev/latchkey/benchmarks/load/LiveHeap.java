package dev.latchkey.benchmarks.load;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the objects of this process weigh that something still refers to, to the byte: the sum of HotSpot's class histogram. */
public final class LiveHeap {
    private LiveHeap() {}

    /** Collects twice: the first time frees what had waited for the other's references to be cleared. */
    public static long bytes() {
        histogramTotal();
        return histogramTotal();
    }

    private static long histogramTotal() {
        String histogram;
        try {
            histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
        String[] total =
                histogram.substring(histogram.lastIndexOf("Total")).trim().split("\\s+", -1);
        return Long.parseLong(total[2]);
    }
}
