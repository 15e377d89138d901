package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;

/**
 * What a user is. The value is the number that it has on the wire; numbers without a constant are kept as they came.
 *
 * <p>Source: recorded.
 */
public final class UserRole extends OpenEnum {
    /** May do everything: 0. */
    public static final UserRole ADMINISTRATOR = new UserRole(0);

    /** May do what its tokens permit, in its own networks: 1. */
    public static final UserRole CLIENT = new UserRole(1);

    static final JsonAdapter<UserRole> JSON = Json.mapped(Json.INT_LENIENT, UserRole::of, UserRole::id);

    private final int id;

    private UserRole(int id) {
        super(String.valueOf(id));
        this.id = id;
    }

    /**
     * The role of this number.
     *
     * @param id such as 1
     * @return one that equals the constant of the same number, if there is one
     */
    public static UserRole of(int id) {
        return new UserRole(id);
    }

    /**
     * The number.
     *
     * @return the role on the wire
     */
    public int id() {
        return id;
    }

    /** Servers of 4.1.0 fail on others with a 500. */
    static UserRole requireKnown(UserRole role) {
        if (!role.equals(ADMINISTRATOR) && !role.equals(CLIENT)) {
            throw new InvalidInputException(
                    "The server knows no role " + role + " and would fail. Give one of the constants.");
        }
        return role;
    }
}
