package dev.latchkey.fake.connectware;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says to a pending request.
 *
 * @param username whose request it is
 * @param mqttPublishPrefix what the user's MQTT topics begin with, or null
 * @param grants the ways to log in; null for those that the request's credentials are for
 * @param permissions what the user is allowed; null for what the request asks for
 * @param roleIds the roles that the user gets
 */
record Confirmation(
        String username,
        @Nullable String mqttPublishPrefix,
        @Nullable List<FakeGrant> grants,
        @Nullable List<FakePermission> permissions,
        List<String> roleIds) {
    /** What the request asks for, with these roles. */
    static Confirmation of(String username, List<String> roleIds) {
        return new Confirmation(username, null, null, null, roleIds);
    }
}
