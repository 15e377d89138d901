package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.internal.SeedObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the {@code devicehive} part of a seed; the parts of other vendors are not looked at. */
final class Seed {
    private Seed() {}

    static ServerProfile profile(String json) {
        return part(json).choice("profile", "4.1", "legacy").equals("legacy")
                ? ServerProfile.LEGACY
                : ServerProfile.V4_1;
    }

    static void apply(String json, FakeDeviceHive fake) {
        SeedObject seed = part(json);
        // It was read when the fake was made.
        String unused = seed.optionalText("profile");
        SeedObject settings = seed.object("settings");
        List<SeedObject> users = seed.objects("users");
        List<SeedObject> plugins = seed.objects("plugins");
        List<SeedObject> networks = seed.objects("networks");
        List<SeedObject> types = seed.objects("deviceTypes");
        List<SeedObject> devices = seed.objects("devices");
        seed.refuseOthers();
        applySettings(settings, fake.settings());
        users.forEach(user -> fake.addUser(user(user)));
        plugins.forEach(plugin -> fake.addPlugin(plugin(plugin)));
        networks.forEach(network -> fake.addNetwork(network(network)));
        types.forEach(type -> fake.addDeviceType(deviceType(type)));
        devices.forEach(device -> fake.addDevice(device(device)));
    }

    private static SeedObject part(String json) {
        return SeedObject.parse("seed", json).part("devicehive");
    }

    private static void applySettings(SeedObject json, DeviceHiveSettings settings) {
        lifetime(json.seconds("accessTokenSeconds", null), settings::accessTokenLifetime);
        lifetime(json.seconds("refreshTokenSeconds", null), settings::refreshTokenLifetime);
        settings.loginAttempts(json.integer("loginAttempts", 10));
        settings.pluginAuthenticationBroken(json.bool("pluginAuthenticationBroken", false));
        settings.deviceApi(json.bool("deviceApi", true));
        settings.staleReads(json.bool("staleReads", false));
        settings.unansweredQueries(json.bool("unansweredQueries", false));
        String secret = json.optionalText("signingSecret");
        if (secret != null) {
            settings.signingSecret(secret);
        }
        String marker = json.optionalText("secretMarker");
        if (marker != null) {
            settings.secretMarker(marker);
        }
        json.refuseOthers();
    }

    private static void lifetime(@Nullable Duration lifetime, Consumer<Duration> setting) {
        if (lifetime != null) {
            setting.accept(lifetime);
        }
    }

    private static FakeUser user(SeedObject json) {
        FakeUser.Builder user = role(json).status(status(json));
        Integer id = json.optionalInteger("id");
        if (id != null) {
            user.id(id);
        }
        long[] networks = json.integers("networks");
        if (networks != null) {
            user.networks(networks);
        }
        long[] deviceTypes = json.integers("deviceTypes");
        if (deviceTypes != null) {
            user.deviceTypes(deviceTypes);
        }
        json.refuseOthers();
        return user.build();
    }

    private static FakeUser.Builder role(SeedObject json) {
        String login = json.text("login");
        String password = json.text("password");
        return json.choice("role", "client", "admin").equals("admin")
                ? FakeUser.admin(login, password)
                : FakeUser.client(login, password);
    }

    private static UserStatus status(SeedObject json) {
        return switch (json.choice("status", "active", "locked", "disabled")) {
            case "locked" -> UserStatus.LOCKED_OUT;
            case "disabled" -> UserStatus.DISABLED;
            default -> UserStatus.ACTIVE;
        };
    }

    private static FakePlugin plugin(SeedObject json) {
        FakePlugin plugin = new FakePlugin(json.text("topic"), json.text("owner"));
        json.refuseOthers();
        return plugin;
    }

    private static FakeNetwork network(SeedObject json) {
        FakeNetwork network = new FakeNetwork(json.integer("id"), json.text("name"), json.optionalText("description"));
        json.refuseOthers();
        return network;
    }

    private static FakeDeviceType deviceType(SeedObject json) {
        FakeDeviceType type =
                new FakeDeviceType(json.integer("id"), json.text("name"), json.optionalText("description"));
        json.refuseOthers();
        return type;
    }

    private static FakeDevice device(SeedObject json) {
        FakeDevice device =
                new FakeDevice(json.text("id"), json.text("name"), json.integer("network"), json.integer("deviceType"));
        json.refuseOthers();
        return device;
    }
}
