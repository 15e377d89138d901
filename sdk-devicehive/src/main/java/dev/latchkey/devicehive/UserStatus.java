package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;

/**
 * Whether a user may log in. The tokens of a user who is not active are refused at once, and accepted again once he is active. The value is the number that it has on the wire; numbers without a constant are kept as they came.
 *
 * <p>Source: recorded.
 */
public final class UserStatus extends OpenEnum {
    /** May log in: 0. */
    public static final UserStatus ACTIVE = new UserStatus(0);

    /** Locked by too many wrong passwords, ten by default: 1. Set {@link #ACTIVE} to unlock. */
    public static final UserStatus LOCKED_OUT = new UserStatus(1);

    /** Switched off by an administrator: 2. */
    public static final UserStatus DISABLED = new UserStatus(2);

    static final JsonAdapter<UserStatus> JSON = Json.mapped(Json.INT_LENIENT, UserStatus::of, UserStatus::id);

    private final int id;

    private UserStatus(int id) {
        super(String.valueOf(id));
        this.id = id;
    }

    /**
     * The status of this number.
     *
     * @param id such as 1
     * @return one that equals the constant of the same number, if there is one
     */
    public static UserStatus of(int id) {
        return new UserStatus(id);
    }

    /**
     * The number.
     *
     * @return the status on the wire
     */
    public int id() {
        return id;
    }

    /** Servers of 4.1.0 fail on others with a 500. */
    static UserStatus requireKnown(UserStatus status) {
        if (status.id < 0 || status.id > 2) {
            throw new InvalidInputException(
                    "The server knows no status " + status + " and would fail. Give one of the constants.");
        }
        return status;
    }
}
