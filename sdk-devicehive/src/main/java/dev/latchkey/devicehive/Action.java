package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.OpenEnum;
import dev.latchkey.core.json.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a token permits. The server knows an action by a name and by an id; the constants have both, and a value for which
 * there is no constant keeps the one that it came with.
 *
 * <p>The value is the name as on the wire; where an action has none, its id in decimal.
 */
public final class Action extends OpenEnum {
    /** Everything, also what only administrators may do: id 0, {@code *}, on all servers since 3.0.0. */
    public static final Action ANY = new Action("*", 0);

    /** Nothing: id 1. It has no name, and servers before 3.4.0 take names only. */
    public static final Action NONE = new Action("1", 1);

    /** Read networks: id 2, {@code GetNetwork}. */
    public static final Action GET_NETWORK = new Action("GetNetwork", 2);

    /** Read devices: id 3, {@code GetDevice}. */
    public static final Action GET_DEVICE = new Action("GetDevice", 3);

    /** Read or subscribe to notifications: id 4, {@code GetDeviceNotification}. */
    public static final Action GET_DEVICE_NOTIFICATION = new Action("GetDeviceNotification", 4);

    /** Read or subscribe to commands: id 5, {@code GetDeviceCommand}. */
    public static final Action GET_DEVICE_COMMAND = new Action("GetDeviceCommand", 5);

    /** Register devices: id 6, {@code RegisterDevice}. */
    public static final Action REGISTER_DEVICE = new Action("RegisterDevice", 6);

    /** Send commands to devices: id 7, {@code CreateDeviceCommand}. */
    public static final Action CREATE_DEVICE_COMMAND = new Action("CreateDeviceCommand", 7);

    /** Report on commands on behalf of a device: id 8, {@code UpdateDeviceCommand}. */
    public static final Action UPDATE_DEVICE_COMMAND = new Action("UpdateDeviceCommand", 8);

    /** Send notifications on behalf of a device: id 9, {@code CreateDeviceNotification}. */
    public static final Action CREATE_DEVICE_NOTIFICATION = new Action("CreateDeviceNotification", 9);

    /** Read the token's own user: id 10, {@code GetCurrentUser}. */
    public static final Action GET_CURRENT_USER = new Action("GetCurrentUser", 10);

    /** Change the token's own user: id 11, {@code UpdateCurrentUser}. */
    public static final Action UPDATE_CURRENT_USER = new Action("UpdateCurrentUser", 11);

    /**
     * Manage users, for administrators: id 12, {@code ManageUser}. <b>It makes an administrator of a client</b>: whoever has it can
     * list and delete users, set every user's password, administrators included, and create administrators.
     */
    public static final Action MANAGE_USER = new Action("ManageUser", 12);

    /** Manage the server's configuration, for administrators: id 13, {@code ManageConfiguration}. */
    public static final Action MANAGE_CONFIGURATION = new Action("ManageConfiguration", 13);

    /** Manage networks, for administrators: id 14, {@code ManageNetwork}. */
    public static final Action MANAGE_NETWORK = new Action("ManageNetwork", 14);

    /**
     * Create tokens: id 15, {@code ManageToken}. Who has it can create tokens for every user and every action, and so is as
     * strong as an administrator.
     */
    public static final Action MANAGE_TOKEN = new Action("ManageToken", 15);

    /** Manage plugins and create their tokens: id 16, {@code ManagePlugin}. */
    public static final Action MANAGE_PLUGIN = new Action("ManagePlugin", 16);

    /** Read device types: id 17, {@code GetDeviceType}. */
    public static final Action GET_DEVICE_TYPE = new Action("GetDeviceType", 17);

    /** Manage device types, for administrators: id 18, {@code ManageDeviceType}. */
    public static final Action MANAGE_DEVICE_TYPE = new Action("ManageDeviceType", 18);

    /** Read the state of a device's equipment: {@code GetDeviceState}, known to servers of 3.0.0 only and without an id. */
    public static final Action GET_DEVICE_STATE = new Action("GetDeviceState", null);

    static final JsonAdapter<Action> JSON = new Wire();

    private static final Map<String, Action> BY_VALUE = Map.ofEntries(
            known(ANY),
            known(NONE),
            known(GET_NETWORK),
            known(GET_DEVICE),
            known(GET_DEVICE_NOTIFICATION),
            known(GET_DEVICE_COMMAND),
            known(REGISTER_DEVICE),
            known(CREATE_DEVICE_COMMAND),
            known(UPDATE_DEVICE_COMMAND),
            known(CREATE_DEVICE_NOTIFICATION),
            known(GET_CURRENT_USER),
            known(UPDATE_CURRENT_USER),
            known(MANAGE_USER),
            known(MANAGE_CONFIGURATION),
            known(MANAGE_NETWORK),
            known(MANAGE_TOKEN),
            known(MANAGE_PLUGIN),
            known(GET_DEVICE_TYPE),
            known(MANAGE_DEVICE_TYPE),
            known(GET_DEVICE_STATE));

    private final @Nullable Integer id;

    private Action(String value, @Nullable Integer id) {
        super(value);
        this.id = id;
    }

    /**
     * The action of this name.
     *
     * @param name in any case, as the server takes it, such as {@code GetDevice}; or an id in decimal
     * @return the constant of that name, or an action of which nothing but the name is known
     * @throws InvalidInputException if the name is blank
     */
    public static Action of(String name) {
        Action known = BY_VALUE.get(Inputs.require("name of the action", name).toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        boolean isId = name.length() <= 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return isId ? of(Integer.parseInt(name)) : new Action(name, null);
    }

    /**
     * The action of this id.
     *
     * @param id such as 3
     * @return the constant of that id, or an action of which nothing but the id is known
     */
    public static Action of(int id) {
        for (Action known : BY_VALUE.values()) {
            if (known.id != null && known.id == id) {
                return known;
            }
        }
        return new Action(String.valueOf(id), id);
    }

    /**
     * The id.
     *
     * @return the id in the server's table, or empty for an action of which only the name is known
     */
    public OptionalInt id() {
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Whether the server has a name for it, by which servers of every age know it. */
    boolean hasName() {
        return id == null || !value().equals(String.valueOf(id));
    }

    /** Whether the table of a server of 4.1.0 has it; servers since 3.4.1 drop all others. */
    boolean isInTable() {
        return id != null && BY_VALUE.containsKey(value().toLowerCase(Locale.ROOT));
    }

    private static Map.Entry<String, Action> known(Action action) {
        return Map.entry(action.value().toLowerCase(Locale.ROOT), action);
    }

    /** Servers write ids, older ones names; to both goes the name, and the id where there is no name. */
    private static final class Wire extends JsonAdapter<Action> {

        @Override
        public Action fromJson(JsonReader reader) throws IOException {
            return reader.peek() == JsonReader.Token.NUMBER
                    ? of(read(Json.INT, reader))
                    : of(read(Json.STRING, reader));
        }

        private static <T> T read(JsonAdapter<T> adapter, JsonReader reader) throws IOException {
            T value = adapter.fromJson(reader);
            if (value == null) {
                throw new IllegalArgumentException("no action");
            }
            return value;
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Action action) throws IOException {
            if (action == null) {
                throw new NullPointerException("action");
            }
            if (action.hasName()) {
                Json.STRING.toJson(writer, action.value());
            } else {
                writer.value(action.id);
            }
        }
    }
}
