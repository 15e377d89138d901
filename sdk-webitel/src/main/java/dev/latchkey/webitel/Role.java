package dev.latchkey.webitel;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;

/**
 * Which kind of user has logged in. The constants are those that the vendor uses; a server may send others, which are kept
 * as they came. What the user may do is in {@link Acl}.
 */
public final class Role extends OpenEnum {
    /** {@code 0}: a user of a domain. */
    public static final Role USER = new Role(0);

    /** {@code 1}: an administrator of a domain. */
    public static final Role ADMIN = new Role(1);

    /** {@code 2}: the administrator of the whole server, who belongs to no domain. */
    public static final Role ROOT = new Role(2);

    /** {@code -1}: a role that administrators have made; {@link UserProfile#roleName()} tells which. */
    public static final Role CUSTOM = new Role(-1);

    static final JsonAdapter<Role> JSON = Json.mapped(Json.INT_LENIENT, Role::of, Role::number);

    private final int number;

    private Role(int number) {
        super(Integer.toString(number));
        this.number = number;
    }

    /**
     * The role of this number.
     *
     * @param number as on the wire
     * @return a role that equals the constant of the same number, if there is one
     */
    public static Role of(int number) {
        return new Role(number);
    }

    /**
     * The number.
     *
     * @return it as on the wire
     */
    public int number() {
        return number;
    }
}
