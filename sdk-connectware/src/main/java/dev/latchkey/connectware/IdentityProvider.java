package dev.latchkey.connectware;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;
import java.util.List;

/** Who knows a user's password. A server may send others than these constants, which are kept as they came. */
public final class IdentityProvider extends OpenEnum {
    /** {@code local}: Connectware itself. */
    public static final IdentityProvider LOCAL = new IdentityProvider("local");

    /** {@code ldap}: an LDAP server. */
    public static final IdentityProvider LDAP = new IdentityProvider("ldap");

    /** {@code msentraid}: Microsoft Entra ID. */
    public static final IdentityProvider MS_ENTRA_ID = new IdentityProvider("msentraid");

    static final JsonAdapter<IdentityProvider> JSON =
            Json.openEnum(IdentityProvider::of, List.of(LOCAL, LDAP, MS_ENTRA_ID));

    private IdentityProvider(String value) {
        super(value);
    }

    /**
     * The provider of this name.
     *
     * @param value as on the wire, case included, such as {@code local}
     * @return one that equals the constant of the same value, if there is one
     */
    public static IdentityProvider of(String value) {
        return new IdentityProvider(value);
    }
}
