package dev.latchkey.connectware;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;
import java.util.List;

/** What a permission allows. A server may send others than these constants, which are kept as they came. */
public final class PermissionOperation extends OpenEnum {
    /** {@code read}: get an HTTP resource, subscribe to an MQTT topic. */
    public static final PermissionOperation READ = new PermissionOperation("read");

    /** {@code write}: change an HTTP resource, publish to an MQTT topic. */
    public static final PermissionOperation WRITE = new PermissionOperation("write");

    /** {@code readWrite}: both. */
    public static final PermissionOperation READ_WRITE = new PermissionOperation("readWrite");

    static final JsonAdapter<PermissionOperation> JSON =
            Json.openEnum(PermissionOperation::of, List.of(READ, WRITE, READ_WRITE));

    private PermissionOperation(String value) {
        super(value);
    }

    /**
     * The operation of this name.
     *
     * @param value as on the wire, case included, such as {@code read}
     * @return one that equals the constant of the same value, if there is one
     */
    public static PermissionOperation of(String value) {
        return new PermissionOperation(value);
    }
}
