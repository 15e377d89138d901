package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.internal.RandomText;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the fake behaves. Each setting holds for what is issued or asked from then on. Safe for concurrent use.
 *
 * <pre>{@code
 * fake.settings().accessTokenLifetime(Duration.ofMillis(300)).loginAttempts(3);
 * }</pre>
 */
public final class DeviceHiveSettings {
    private static final Pattern MARKER = Pattern.compile("[A-Za-z0-9]{0,64}");
    private static final int RANDOM_SECRET = 44;

    private volatile Duration accessTokenLifetime = Duration.ZERO;
    private volatile Duration refreshTokenLifetime = Duration.ZERO;
    private volatile String signingSecret = "";
    private volatile int loginAttempts;
    private volatile boolean pluginAuthenticationBroken;
    private volatile boolean deviceApi;
    private volatile String secretMarker = "";

    DeviceHiveSettings() {
        restore();
    }

    void restore() {
        accessTokenLifetime = Duration.ofMinutes(30);
        refreshTokenLifetime = Duration.ofDays(182);
        changeSecret();
        loginAttempts = 10;
        pluginAuthenticationBroken = false;
        deviceApi = false;
        secretMarker = "";
    }

    void changeSecret() {
        signingSecret = RandomText.alphanumeric(RANDOM_SECRET);
    }

    /** How long access tokens live; 30 minutes at first. */
    public DeviceHiveSettings accessTokenLifetime(Duration lifetime) {
        accessTokenLifetime = lifetime;
        return this;
    }

    /** How long refresh tokens live; 182 days at first. */
    public DeviceHiveSettings refreshTokenLifetime(Duration lifetime) {
        refreshTokenLifetime = lifetime;
        return this;
    }

    /**
     * The secret that tokens are signed with ({@code JWT_SECRET} of the server), by HMAC-SHA-256; random at first. All
     * tokens signed with the one before are refused. As with the server, the key is what the text means in base 64,
     * whatever is left over behind the last four characters.
     *
     * @throws IllegalArgumentException if it has less than four characters of base 64
     */
    public DeviceHiveSettings signingSecret(String secret) {
        Jwt.requireUsable(secret);
        signingSecret = secret;
        return this;
    }

    /** With which wrong password in a row a user is locked; the 10th at first. */
    public DeviceHiveSettings loginAttempts(int attempts) {
        loginAttempts = attempts;
        return this;
    }

    /**
     * Whether {@code GET /token/plugin/authenticate} answers 401 "Token is not valid" to every token, as a stock 4.1.0
     * does for a fault in its configuration; at first it works.
     */
    public DeviceHiveSettings pluginAuthenticationBroken(boolean broken) {
        pluginAuthenticationBroken = broken;
        return this;
    }

    /**
     * Whether the fake has that much of the server's other API which shows what a token reaches: {@code GET /network},
     * {@code /network/{id}}, {@code /device} and {@code /device/{id}} below {@link FakeDeviceHive#deviceApiUrl}; at first it
     * has not, as an auth server that stands alone.
     */
    public DeviceHiveSettings deviceApi(boolean served) {
        deviceApi = served;
        return this;
    }

    /**
     * A text that every token contains which the fake issues from now on, so that a test can search logs for it; empty,
     * the first value, for none. It is put behind the signature, which then is one for this fake only.
     *
     * @throws IllegalArgumentException if it is more than 64 letters and digits
     */
    public DeviceHiveSettings secretMarker(String marker) {
        if (!MARKER.matcher(marker).matches()) {
            throw new IllegalArgumentException("a marker is up to 64 letters and digits, so that tokens stay valid");
        }
        secretMarker = marker;
        return this;
    }

    Duration accessTokenLifetime() {
        return accessTokenLifetime;
    }

    Duration refreshTokenLifetime() {
        return refreshTokenLifetime;
    }

    String signingSecret() {
        return signingSecret;
    }

    int loginAttempts() {
        return loginAttempts;
    }

    boolean pluginAuthenticationBroken() {
        return pluginAuthenticationBroken;
    }

    boolean deviceApi() {
        return deviceApi;
    }

    String secretMarker() {
        return secretMarker;
    }
}
