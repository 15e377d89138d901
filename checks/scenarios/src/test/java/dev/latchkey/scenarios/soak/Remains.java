package dev.latchkey.scenarios.soak;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What is alive on the heap, after a collection.
 *
 * @param ours objects of the shipped modules but the fakes
 * @param sessions of them the sessions of clients
 * @param heapBytes everything
 */
record Remains(long ours, long sessions, long heapBytes) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");
    private static final Pattern OURS =
            Pattern.compile("dev\\.latchkey\\.(core|controlbyweb|connectware|webitel|devicehive)\\..*");
    private static final String SESSION = "dev.latchkey.core.internal.session.SessionEngine";

    static Remains now() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        long ours = 0;
        long sessions = 0;
        long bytes = 0;
        for (Matcher line :
                histogram.lines().map(LINE::matcher).filter(Matcher::matches).toList()) {
            long instances = Long.parseLong(line.group(1));
            String type = line.group(3);
            bytes += Long.parseLong(line.group(2));
            ours += OURS.matcher(type).matches() ? instances : 0;
            sessions += type.equals(SESSION) ? instances : 0;
        }
        return new Remains(ours, sessions, bytes);
    }
}
