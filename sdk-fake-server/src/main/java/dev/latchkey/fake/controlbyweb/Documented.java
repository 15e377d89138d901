package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of the vendor's documented samples. */
final class Documented {
    static final FakeAccount ACCOUNT = new FakeAccount(1234, "Xytronix Research & Design", 5000, null);

    /** The tree of the sample, which lacks "Edit Permissions" although the sample's user has it. */
    static final List<Object> ALL_PERMISSIONS = List.of(node(
            "Admin",
            node("Device Operator", leaves("Setup Devices", "Control Devices", "View Logged Data")),
            node("Device Manager", leaves("Add Devices", "Edit Devices", "Delete Devices")),
            node("Device Tag Manager", leaves("Add Device Tags", "Edit Device Tags", "Delete Device Tags")),
            node("DAT Urls Manager", leaves("Add DAT Urls", "Edit DAT Urls", "Delete DAT Urls")),
            node("User Manager", leaves("Add Users", "Edit Users", "Delete Users")),
            node("Account Manager", leaves("Add Accounts", "Edit Accounts", "Delete Accounts")),
            node(
                    "Remote Log Servers Manager",
                    leaves("Add Remote Log Servers", "Edit Remote Log Servers", "Delete Remote Log Servers"))));

    static final List<String> PERMISSIONS = List.of(
            "Setup Devices",
            "Control Devices",
            "View Logged Data",
            "Add Devices",
            "Edit Devices",
            "Delete Devices",
            "Add Device Tags",
            "Edit Device Tags",
            "Delete Device Tags",
            "Add DAT Urls",
            "Edit DAT Urls",
            "Delete DAT Urls",
            "Add Users",
            "Edit Users",
            "Delete Users",
            "Add Accounts",
            "Edit Accounts",
            "Delete Accounts",
            "Add Remote Log Servers",
            "Edit Remote Log Servers",
            "Delete Remote Log Servers",
            "Edit Permissions");

    private Documented() {}

    private static Map<String, @Nullable Object> node(String name, Object... children) {
        Map<String, @Nullable Object> node = Json.object("id", name, "label", name);
        if (children.length > 0) {
            node.put("children", List.of(children));
        }
        return node;
    }

    private static Object[] leaves(String... names) {
        List<Object> leaves = new ArrayList<>();
        for (String name : names) {
            leaves.add(node(name));
        }
        return leaves.toArray();
    }
}
