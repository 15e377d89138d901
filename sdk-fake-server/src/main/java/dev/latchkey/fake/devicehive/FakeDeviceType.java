package dev.latchkey.fake.devicehive;

import org.jspecify.annotations.Nullable;

/**
 * A device type.
 *
 * @param id its number, by which users and tokens name it
 * @param name its name
 * @param description what it is, or null
 */
public record FakeDeviceType(long id, String name, @Nullable String description) {}
