package dev.latchkey.controlbyweb;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;

/**
 * What a user may do. The constants are those that the vendor documents; a server may send others, which are kept as they
 * came.
 */
public final class Permission extends OpenEnum {
    /** {@code Setup Devices}. */
    public static final Permission SETUP_DEVICES = new Permission("Setup Devices");

    /** {@code Control Devices}. */
    public static final Permission CONTROL_DEVICES = new Permission("Control Devices");

    /** {@code View Logged Data}. */
    public static final Permission VIEW_LOGGED_DATA = new Permission("View Logged Data");

    /** {@code Add Devices}. */
    public static final Permission ADD_DEVICES = new Permission("Add Devices");

    /** {@code Edit Devices}. */
    public static final Permission EDIT_DEVICES = new Permission("Edit Devices");

    /** {@code Delete Devices}. */
    public static final Permission DELETE_DEVICES = new Permission("Delete Devices");

    /** {@code Add Device Tags}. */
    public static final Permission ADD_DEVICE_TAGS = new Permission("Add Device Tags");

    /** {@code Edit Device Tags}. */
    public static final Permission EDIT_DEVICE_TAGS = new Permission("Edit Device Tags");

    /** {@code Delete Device Tags}. */
    public static final Permission DELETE_DEVICE_TAGS = new Permission("Delete Device Tags");

    /** {@code Add DAT Urls}. */
    public static final Permission ADD_DAT_URLS = new Permission("Add DAT Urls");

    /** {@code Edit DAT Urls}. */
    public static final Permission EDIT_DAT_URLS = new Permission("Edit DAT Urls");

    /** {@code Delete DAT Urls}. */
    public static final Permission DELETE_DAT_URLS = new Permission("Delete DAT Urls");

    /** {@code Add Users}. */
    public static final Permission ADD_USERS = new Permission("Add Users");

    /** {@code Edit Users}. */
    public static final Permission EDIT_USERS = new Permission("Edit Users");

    /** {@code Delete Users}. */
    public static final Permission DELETE_USERS = new Permission("Delete Users");

    /** {@code Add Accounts}. */
    public static final Permission ADD_ACCOUNTS = new Permission("Add Accounts");

    /** {@code Edit Accounts}. */
    public static final Permission EDIT_ACCOUNTS = new Permission("Edit Accounts");

    /** {@code Delete Accounts}. */
    public static final Permission DELETE_ACCOUNTS = new Permission("Delete Accounts");

    /** {@code Add Remote Log Servers}. */
    public static final Permission ADD_REMOTE_LOG_SERVERS = new Permission("Add Remote Log Servers");

    /** {@code Edit Remote Log Servers}. */
    public static final Permission EDIT_REMOTE_LOG_SERVERS = new Permission("Edit Remote Log Servers");

    /** {@code Delete Remote Log Servers}. */
    public static final Permission DELETE_REMOTE_LOG_SERVERS = new Permission("Delete Remote Log Servers");

    /** {@code Edit Permissions}. */
    public static final Permission EDIT_PERMISSIONS = new Permission("Edit Permissions");

    static final JsonAdapter<Permission> JSON = Json.openEnum(Permission::of);

    private Permission(String value) {
        super(value);
    }

    /**
     * The permission of this name.
     *
     * @param name as on the wire, case included, such as {@code Add Users}
     * @return a permission that equals the constant of the same name, if there is one
     */
    public static Permission of(String name) {
        return new Permission(name);
    }
}
