package dev.latchkey.fake.devicehive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which networks and devices a token reaches. No list is not all but none, except that a user who may reach all device types
 * does so with any token. What a legacy token says of devices stands in the place of device types.
 */
final class Reach {
    private final boolean ofAnAdmin;
    private final Set<String> ofTheUser;
    private final Set<String> typesOfTheUser;
    private final Scope networks;
    private final Scope kinds;
    private final boolean legacy;

    private Reach(FakeUser user, Scope networks, Scope kinds, boolean legacy) {
        ofAnAdmin = user.isAdmin();
        ofTheUser = Set.copyOf(user.networks());
        typesOfTheUser = Set.copyOf(user.deviceTypes());
        this.networks = networks;
        this.kinds = kinds;
        this.legacy = legacy;
    }

    static Reach of(TokenPayload payload, FakeUser user, ServerProfile profile) {
        if (payload.topic() != null) {
            Scope networks = user.isAdmin() ? Scope.ALL : Scope.of(user.networks());
            return new Reach(
                    user, networks, user.hasAllDeviceTypes() ? Scope.ALL : Scope.of(user.deviceTypes()), false);
        }
        Scope networks = Scope.of(payload.networkIds());
        if (profile == ServerProfile.LEGACY) {
            return new Reach(user, networks, Scope.of(payload.deviceIds()), true);
        }
        Scope types = user.hasAllDeviceTypes() ? Scope.ALL : Scope.of(payload.deviceTypeIds());
        return new Reach(user, networks, types, false);
    }

    /** Whether the token lets one ask for a network by its number. */
    boolean allows(long network) {
        return networks.has(String.valueOf(network));
    }

    /** Whether a network is among those that are shown: those of the token which are the user's. */
    boolean shows(long network) {
        return allows(network) && (ofAnAdmin || ofTheUser.contains(String.valueOf(network)));
    }

    /** Whether the token lets one ask for a device type by its number. */
    boolean allowsType(long type) {
        return legacy || kinds.has(String.valueOf(type));
    }

    /** Whether a device type is among those that are shown. */
    boolean showsType(long type) {
        return allowsType(type)
                && (ofAnAdmin
                        || typesOfTheUser.contains(Payloads.ALL)
                        || typesOfTheUser.contains(String.valueOf(type)));
    }

    /** Whether a device is among those that are shown. */
    boolean shows(FakeDevice device) {
        String network = String.valueOf(device.networkId());
        return networks.has(network) && (ofAnAdmin || ofTheUser.contains(network)) && isOfAKind(device);
    }

    /** Whether a device is of a type, or one of the devices, that the token names. */
    boolean isOfAKind(FakeDevice device) {
        return kinds.has(legacy ? device.id() : String.valueOf(device.deviceTypeId()));
    }

    /** Whether the token lets one ask for any device by its id: then the server does not look whose it is. */
    boolean isUnlimited() {
        return networks.all && kinds.all;
    }

    private record Scope(boolean all, Set<@Nullable String> ids) {
        static final Scope ALL = new Scope(true, Set.of());

        static Scope of(@Nullable List<? extends @Nullable String> ids) {
            return ids == null ? new Scope(false, Set.of()) : new Scope(ids.contains(Payloads.ALL), new HashSet<>(ids));
        }

        boolean has(String id) {
            return all || ids.contains(id);
        }
    }
}
