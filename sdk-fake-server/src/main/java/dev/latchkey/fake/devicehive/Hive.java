package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeClock;
import java.util.Map;
import java.util.TreeMap;

/** The state of the fake: what its endpoints read and change, one at a time. */
final class Hive {
    final ServerProfile profile;
    final FakeClock clock;
    final DeviceHiveSettings settings = new DeviceHiveSettings();
    final Accounts accounts = new Accounts();
    final Inventory inventory = new Inventory();
    final AssignmentCache assignments = new AssignmentCache(settings);
    final Map<String, ConfigurationItem> configuration = new TreeMap<>();
    final Tokens tokens;
    final Gate gate;

    Hive(ServerProfile profile, FakeClock clock) {
        this.profile = profile;
        this.clock = clock;
        tokens = new Tokens(settings, clock, profile);
        gate = new Gate(accounts, tokens, profile);
    }

    void clear() {
        settings.restore();
        accounts.clear();
        inventory.clear();
        assignments.clear();
        configuration.clear();
        tokens.clear();
    }
}
