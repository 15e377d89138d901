package dev.latchkey.core.json;

import org.jspecify.annotations.Nullable;

/**
 * The values that one document has for the members of a record.
 *
 * @param <R> the record
 */
public final class MemberValues<R> {
    private final @Nullable Object[] values;

    MemberValues(@Nullable Object[] values) {
        this.values = values;
    }

    /**
     * Returns the value of a member; null only if the member is optional.
     *
     * @param member a member that the same adapter declares
     * @param <T> the type of the record's component
     * @return the value, or what the member's declaration puts in the place of a missing one
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the member's own adapter read it, and T says whether it may be null
    public <T extends @Nullable Object> T get(Member<R, T> member) {
        return (T) values[member.position()];
    }
}
