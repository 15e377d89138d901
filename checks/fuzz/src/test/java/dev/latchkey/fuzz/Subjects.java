package dev.latchkey.fuzz;

import java.util.List;

/** All vendors. */
final class Subjects {
    static final List<Subject<?>> ALL =
            List.of(ControlByWebCalls.SUBJECT, ConnectwareCalls.SUBJECT, WebitelCalls.SUBJECT, DeviceHiveCalls.SUBJECT);

    private Subjects() {}

    /** The subject of an operation or a vendor; any other text stands for some subject. */
    static Subject<?> of(String name) {
        for (Subject<?> subject : ALL) {
            if (name.startsWith(subject.vendor())) {
                return subject;
            }
        }
        return ALL.get(Math.floorMod(name.hashCode(), ALL.size()));
    }
}
