package dev.latchkey.fake.devicehive;

/** Which generation of the server a fake is; it is chosen when the fake is made. */
public enum ServerProfile {
    /** 4.1.0, the newest: base path {@code /auth/rest}, claims with short names, actions as numbers. */
    V4_1("/auth/rest", "4.1.0"),

    /**
     * A server of 3.1 to 3.3, as the documentation describes it: base path {@code /api/rest}; claims with long names
     * ({@code userId, actions, networkIds, deviceIds, expiration, tokenType}), actions as names, the type as
     * {@code ACCESS} or {@code REFRESH}; {@code deviceIds} counts, {@code deviceTypeIds} and {@code refreshExpiration}
     * do not. All else, statuses and texts included, is as with {@link #V4_1}.
     */
    LEGACY("/api/rest", "3.3.0");

    private final String basePath;
    private final String version;

    ServerProfile(String basePath, String version) {
        this.basePath = basePath;
        this.version = version;
    }

    String version() {
        return version;
    }

    String basePath() {
        return basePath;
    }
}
