package dev.latchkey.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value out of a set that a server may extend at any time: constants for the values that are documented, and any other
 * value kept as it came. Reading one never fails.
 *
 * <p>Two are equal if they have the same class and the same value, so a constant can be compared with {@code equals} to
 * what a server sent. There is no list of known values, because it would be wrong as soon as a server is updated.
 *
 * <pre>{@code
 * public final class Colour extends OpenEnum {
 *     public static final Colour RED = new Colour("red");
 *
 *     private Colour(String value) {
 *         super(value);
 *     }
 *
 *     public static Colour of(String value) {
 *         return new Colour(value);
 *     }
 * }
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads.
 */
public abstract class OpenEnum {
    private final String value;

    /**
     * Keeps the value.
     *
     * @param value the value exactly as it is on the wire, case included
     */
    protected OpenEnum(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * The value.
     *
     * @return it exactly as it is on the wire
     */
    public final String value() {
        return value;
    }

    /** Returns whether the other object is of the same class and has the same value, case included. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof OpenEnum that && getClass() == that.getClass() && value.equals(that.value));
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** Returns {@link #value()}. */
    @Override
    public final String toString() {
        return value;
    }
}
