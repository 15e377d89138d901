package dev.latchkey.fake.connectware;

import org.jspecify.annotations.Nullable;

/**
 * What a role allows.
 *
 * @param id the permission's id; null if the fake is to choose one
 * @param resource an MQTT topic or a URL path, wildcards allowed
 * @param operation {@code read}, {@code write} or {@code readWrite}; the fake takes any text
 * @param context {@code http} or {@code mqtt}; the fake takes any text
 */
public record FakePermission(@Nullable String id, String resource, String operation, String context) {
    /** A permission whose id the fake chooses. */
    public static FakePermission of(String resource, String operation, String context) {
        return new FakePermission(null, resource, operation, context);
    }

    /** The same permission with this id. */
    public FakePermission withId(String id) {
        return new FakePermission(id, resource, operation, context);
    }
}
