package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server's validator has found, all at once. It quotes the values. */
final class Violations {
    private final List<String> found = new ArrayList<>();

    /** Notes what is wrong with a member, if it is. */
    Violations add(boolean isWrong, String member, @Nullable Object value, String what) {
        if (isWrong) {
            found.add("On property " + member + " (value: " + value + "): " + what + " ; ");
        }
        return this;
    }

    /** A text that has too many characters, or none. */
    Violations addLength(String member, @Nullable String value, int shortest, int longest, String what) {
        return add(value != null && (value.length() < shortest || value.length() > longest), member, value, what);
    }

    /** A number out of its range. */
    Violations addRange(String member, @Nullable Integer value, int highest) {
        String what = "The value of " + member + " should not be ";
        return add(value != null && value < 0, member, value, what + "less than 0.")
                .add(value != null && value > highest, member, value, what + "more than " + highest + ".");
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    Refusal refusal() {
        return Errors.of(
                400,
                "Error! Make sure, that the passed object is correct and properly structured. Validation failed: \n"
                        + String.join("\n", found));
    }
}
