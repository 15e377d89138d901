package dev.latchkey.fake.devicehive;

/** Whether a user may log in. All tokens of a user who is not active are refused. */
public enum UserStatus {
    /** May log in. */
    ACTIVE(0),

    /** Locked by too many wrong passwords. */
    LOCKED_OUT(1),

    /** Switched off by an administrator; answered as {@link #LOCKED_OUT}. */
    DISABLED(2);

    private final int number;

    UserStatus(int number) {
        this.number = number;
    }

    /** As on the wire. */
    int number() {
        return number;
    }

    static UserStatus of(int number) {
        return switch (number) {
            case 0 -> ACTIVE;
            case 1 -> LOCKED_OUT;
            default -> DISABLED;
        };
    }
}
