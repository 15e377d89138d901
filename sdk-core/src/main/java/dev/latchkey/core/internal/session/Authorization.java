package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.call.HeaderValues;
import dev.latchkey.core.vendor.AuthScheme;
import java.util.Collection;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The header fields of one token, built once. Equal if they would send the same. */
public final class Authorization {
    private final Map<String, String> fields;
    private final Headers headers;

    Authorization(AuthScheme scheme, Tokens tokens) {
        this.fields = scheme.headers(tokens);
        fields.forEach((name, value) -> HeaderValues.check("The server's token for the header " + name, value));
        this.headers = Headers.of(fields);
    }

    /**
     * Puts the token on a request.
     *
     * @param request is changed
     * @return the same builder
     */
    public Request.Builder apply(Request.Builder request) {
        for (int i = 0; i < headers.size(); i++) {
            request.header(headers.name(i), headers.value(i));
        }
        return request;
    }

    /**
     * Whether a request carries this token, or a part of it.
     *
     * @param request any
     * @return true if a header has its value
     */
    public boolean isOn(Request request) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.value(i).equals(request.header(headers.name(i)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The secrets, to be masked in texts that come from outside.
     *
     * @return header values
     */
    public Collection<String> values() {
        return fields.values();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Authorization that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** The header names; never the values. */
    @Override
    public String toString() {
        return "Authorization" + fields.keySet();
    }
}
