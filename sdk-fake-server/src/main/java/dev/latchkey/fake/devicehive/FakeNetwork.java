package dev.latchkey.fake.devicehive;

import org.jspecify.annotations.Nullable;

/**
 * A network.
 *
 * @param id its number, by which users and tokens name it
 * @param name its name
 * @param description what it is, or null
 */
public record FakeNetwork(long id, String name, @Nullable String description) {}
