package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.Fingerprint;
import java.time.Instant;

/**
 * A token that lets whoever has it read and switch one device.
 *
 * @param accountId the account that the device belongs to
 * @param deviceId the device
 * @param token the secret
 * @param expires when it ends
 */
public record FakeDeviceAccessToken(long accountId, long deviceId, String token, Instant expires) {
    /** A fingerprint in the place of the token. */
    @Override
    public String toString() {
        return "FakeDeviceAccessToken[device " + deviceId + ", " + Fingerprint.of(token) + ", until " + expires + "]";
    }
}
