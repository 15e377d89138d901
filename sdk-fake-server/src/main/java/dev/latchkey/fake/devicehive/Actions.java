package dev.latchkey.fake.devicehive;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The server's table of actions. A number is a place in it. */
final class Actions {
    static final int ANY = 0;
    static final int NONE = 1;
    static final int GET_NETWORK = 2;
    static final int GET_DEVICE = 3;
    static final int GET_CURRENT_USER = 10;
    static final int UPDATE_CURRENT_USER = 11;
    static final int MANAGE_USER = 12;
    static final int MANAGE_CONFIGURATION = 13;
    static final int MANAGE_NETWORK = 14;
    static final int MANAGE_TOKEN = 15;
    static final int MANAGE_PLUGIN = 16;
    static final int GET_DEVICE_TYPE = 17;
    static final int MANAGE_DEVICE_TYPE = 18;

    private static final List<@Nullable String> NAMES = Arrays.asList(
            "*",
            null,
            "GetNetwork",
            "GetDevice",
            "GetDeviceNotification",
            "GetDeviceCommand",
            "RegisterDevice",
            "CreateDeviceCommand",
            "UpdateDeviceCommand",
            "CreateDeviceNotification",
            "GetCurrentUser",
            "UpdateCurrentUser",
            "ManageUser",
            "ManageConfiguration",
            "ManageNetwork",
            "ManageToken",
            "ManagePlugin",
            "GetDeviceType",
            "ManageDeviceType");

    /** What a client who logs in may do. */
    static final List<Integer> OF_A_CLIENT = IntStream.of(
                    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, MANAGE_TOKEN, MANAGE_PLUGIN, 17)
            .boxed()
            .toList();

    private Actions() {}

    /** The number of an action by its name in any case, or null if there is no such action. */
    static @Nullable Integer id(String name) {
        for (int id = 0; id < NAMES.size(); id++) {
            if (name.equalsIgnoreCase(NAMES.get(id))) {
                return id;
            }
        }
        return null;
    }

    /** The name of an action, or null if it has none. */
    static @Nullable String name(int id) {
        return exists(id) ? NAMES.get(id) : null;
    }

    static boolean exists(long id) {
        return id >= 0 && id < NAMES.size();
    }

    /** Whether a token with these actions allows one. An empty list is every action of a client: the server's trap. */
    static boolean allow(@Nullable List<Integer> granted, int wanted) {
        if (granted == null) {
            return false;
        }
        return granted.isEmpty() ? OF_A_CLIENT.contains(wanted) : granted.contains(ANY) || granted.contains(wanted);
    }
}
