package dev.latchkey.reliability.processes;

import java.time.Duration;

/**
 * What children have done.
 *
 * @param calls that succeeded
 * @param failures of calls and renewals
 * @param saves of new tokens
 * @param saving the time that all saves took
 */
record Tally(long calls, long failures, long saves, Duration saving) {
    static final Tally NONE = new Tally(0, 0, 0, Duration.ZERO);

    Tally plus(Tally other) {
        return new Tally(
                calls + other.calls, failures + other.failures, saves + other.saves, saving.plus(other.saving));
    }

    Duration perSave() {
        return saves == 0 ? Duration.ZERO : saving.dividedBy(saves);
    }

    String words() {
        return calls + " " + failures + " " + saves + " " + saving.toNanos();
    }

    static Tally parse(String words) {
        String[] numbers = words.split(" ", -1);
        return new Tally(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Duration.ofNanos(Long.parseLong(numbers[3])));
    }
}
