package dev.latchkey.fake.devicehive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which networks and device types the server tells of a user: where {@link DeviceHiveSettings#staleReads} is on, after a change
 * of them the first read is right and all others show the state before, until the user's row changes. To be used with the fake's
 * state to oneself.
 */
final class AssignmentCache {
    private final DeviceHiveSettings settings;
    private final Map<Long, FakeUser> before = new HashMap<>();
    private final Set<Long> firstReads = new HashSet<>();

    AssignmentCache(DeviceHiveSettings settings) {
        this.settings = settings;
    }

    void clear() {
        before.clear();
        firstReads.clear();
    }

    /** The user is about to be given or to lose something. */
    void changes(FakeUser user) {
        if (settings.staleReads()) {
            before.putIfAbsent(Accounts.id(user), user);
            firstReads.add(Accounts.id(user));
        }
    }

    /** The user's row has changed, and is read anew. */
    void rowChanged(FakeUser user) {
        before.remove(Accounts.id(user));
        firstReads.remove(Accounts.id(user));
    }

    /** The user as a read shows it. */
    FakeUser read(FakeUser user) {
        return firstReads.remove(Accounts.id(user)) ? user : cached(user);
    }

    /** The user as a login sees it. */
    FakeUser cached(FakeUser user) {
        FakeUser old = Objects.requireNonNullElse(before.get(Accounts.id(user)), user);
        return user.toBuilder()
                .networks(old.networks())
                .deviceTypes(old.deviceTypes())
                .build();
    }
}
