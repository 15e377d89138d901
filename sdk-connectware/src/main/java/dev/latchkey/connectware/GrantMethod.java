package dev.latchkey.connectware;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;
import java.util.List;

/** How a user may prove who it is. A server may send others than these constants, which are kept as they came. */
public final class GrantMethod extends OpenEnum {
    /** {@code password}. */
    public static final GrantMethod PASSWORD = new GrantMethod("password");

    /** {@code certificate}: a client certificate. */
    public static final GrantMethod CERTIFICATE = new GrantMethod("certificate");

    /** {@code token}. */
    public static final GrantMethod TOKEN = new GrantMethod("token");

    static final JsonAdapter<GrantMethod> JSON = Json.openEnum(GrantMethod::of, List.of(PASSWORD, CERTIFICATE, TOKEN));

    private GrantMethod(String value) {
        super(value);
    }

    /**
     * The method of this name.
     *
     * @param value as on the wire, case included, such as {@code password}
     * @return one that equals the constant of the same value, if there is one
     */
    public static GrantMethod of(String value) {
        return new GrantMethod(value);
    }
}
