package dev.latchkey.core.http;

import dev.latchkey.core.internal.call.HeaderValues;
import java.util.List;
import java.util.function.Supplier;

/**
 * A header that every request of a client carries.
 *
 * @param name as it is sent
 * @param value asked for once in each execution
 * @param isFixed whether the value is always the same, so that nobody has to be asked
 */
record ClientHeader(String name, Supplier<String> value, boolean isFixed) {

    static ClientHeader fixed(String name, String value) {
        return new ClientHeader(name, () -> value, true);
    }

    static ClientHeader supplied(String name, Supplier<String> value) {
        return new ClientHeader(name, value, false);
    }

    /** Refuses what no client may set; the message does not show the value. */
    void check(List<String> sessionNames) {
        HeaderFields.checkClientName(name, sessionNames);
        if (isFixed) {
            checked(value.get());
        }
    }

    /** The value, once it is known that it can be sent. */
    String checked(String given) {
        HeaderValues.check("The header " + name, given);
        return given;
    }

    /** The name alone: the value is a secret. */
    @Override
    public String toString() {
        return name;
    }
}
