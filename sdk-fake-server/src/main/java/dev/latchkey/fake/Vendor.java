package dev.latchkey.fake;

import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.webitel.FakeWebitel;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A fake that the standalone program starts.
 *
 * @param name as in flags, seed files and the program's output
 * @param portOffset what is added to the base port
 * @param seeded makes the fake of a seed
 * @param empty makes the fake where the seed has no part for it
 */
record Vendor(String name, int portOffset, Function<String, FakeServer> seeded, Supplier<FakeServer> empty) {
    static final List<Vendor> ALL = List.of(
            new Vendor("controlbyweb", 0, FakeControlByWeb::fromSeed, FakeControlByWeb::empty),
            new Vendor("connectware", 1, FakeConnectware::fromSeed, FakeConnectware::empty),
            new Vendor("webitel", 2, FakeWebitel::fromSeed, FakeWebitel::empty),
            new Vendor("devicehive", 3, FakeDeviceHive::fromSeed, FakeDeviceHive::empty));

    FakeServer make(SeedText seed) {
        return seed.names().contains(name) ? seeded.apply(seed.text()) : empty.get();
    }
}
