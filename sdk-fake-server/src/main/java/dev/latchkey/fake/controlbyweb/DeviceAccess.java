package dev.latchkey.fake.controlbyweb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The device access tokens; expired ones vanish. To be used with the fake's state to oneself. */
final class DeviceAccess {
    /** How many a device may have. That there is a limit stands in a client's words. */
    static final int MOST = 3;

    private final InstantSource clock;
    private final TokenText texts;
    private final List<FakeDeviceAccessToken> tokens = new ArrayList<>();

    DeviceAccess(InstantSource clock, TokenText texts) {
        this.clock = clock;
        this.texts = texts;
    }

    void clear() {
        tokens.clear();
    }

    FakeDeviceAccessToken create(long accountId, long deviceId, Duration validFor) {
        FakeDeviceAccessToken token = new FakeDeviceAccessToken(
                accountId, deviceId, texts.deviceAccess(), clock.instant().plus(validFor));
        tokens.add(token);
        return token;
    }

    List<FakeDeviceAccessToken> of(long accountId, long deviceId) {
        return alive().stream()
                .filter(token -> token.accountId() == accountId && token.deviceId() == deviceId)
                .toList();
    }

    boolean delete(long accountId, long deviceId, String text) {
        return alive().removeIf(token -> token.accountId() == accountId
                && token.deviceId() == deviceId
                && token.token().equals(text));
    }

    boolean accepts(String text) {
        return alive().stream().anyMatch(token -> token.token().equals(text));
    }

    private List<FakeDeviceAccessToken> alive() {
        Instant now = clock.instant();
        tokens.removeIf(token -> !now.isBefore(token.expires()));
        return tokens;
    }
}
