package dev.latchkey.connectware;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;
import java.util.List;

/** With what a client registers. A server may send others than these constants, which are kept as they came. */
public final class CredentialType extends OpenEnum {
    /** {@code certificate}: a certificate signing request. */
    public static final CredentialType CERTIFICATE = new CredentialType("certificate");

    /** {@code password}. */
    public static final CredentialType PASSWORD = new CredentialType("password");

    static final JsonAdapter<CredentialType> JSON = Json.openEnum(CredentialType::of, List.of(CERTIFICATE, PASSWORD));

    private CredentialType(String value) {
        super(value);
    }

    /**
     * The type of this name.
     *
     * @param value as on the wire, case included, such as {@code certificate}
     * @return one that equals the constant of the same value, if there is one
     */
    public static CredentialType of(String value) {
        return new CredentialType(value);
    }
}
