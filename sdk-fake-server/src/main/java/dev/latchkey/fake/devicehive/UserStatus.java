package dev.latchkey.fake.devicehive;

/** Whether a user may log in. All tokens of a user who is not active are refused. */
public enum UserStatus {
    /** May log in. */
    ACTIVE,

    /** Locked by too many wrong passwords. */
    LOCKED_OUT,

    /** Switched off by an administrator; answered as {@link #LOCKED_OUT}. */
    DISABLED
}
