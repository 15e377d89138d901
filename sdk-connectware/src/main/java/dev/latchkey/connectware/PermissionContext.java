package dev.latchkey.connectware;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;
import java.util.List;

/** Where a permission applies. A server may send others than these constants, which are kept as they came. */
public final class PermissionContext extends OpenEnum {
    /** {@code http}: its resource is the path of a URL. */
    public static final PermissionContext HTTP = new PermissionContext("http");

    /** {@code mqtt}: its resource is a topic. */
    public static final PermissionContext MQTT = new PermissionContext("mqtt");

    static final JsonAdapter<PermissionContext> JSON = Json.openEnum(PermissionContext::of, List.of(HTTP, MQTT));

    private PermissionContext(String value) {
        super(value);
    }

    /**
     * The context of this name.
     *
     * @param value as on the wire, case included, such as {@code http}
     * @return one that equals the constant of the same value, if there is one
     */
    public static PermissionContext of(String value) {
        return new PermissionContext(value);
    }
}
