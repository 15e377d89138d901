package dev.latchkey.fake.controlbyweb;

import org.jspecify.annotations.Nullable;

/**
 * An account of the cloud. Its users reach its own certificate request tokens and those of the accounts below it.
 *
 * @param id the account's number
 * @param name the account's name
 * @param deviceSeats how many devices it may have
 * @param parentId the account above, or null
 */
public record FakeAccount(
        long id, String name, int deviceSeats, @Nullable Long parentId) {
    /** An account with 5000 device seats and none above it. */
    public static FakeAccount of(long id, String name) {
        return new FakeAccount(id, name, 5000, null);
    }

    /** The same account below another. */
    public FakeAccount childOf(long parent) {
        return new FakeAccount(id, name, deviceSeats, parent);
    }
}
