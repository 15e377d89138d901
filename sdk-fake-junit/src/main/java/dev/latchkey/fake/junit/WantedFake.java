package dev.latchkey.fake.junit;

import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.webitel.FakeWebitel;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** A fake that a parameter asks for. Equal ones get the same fake within a test. */
record WantedFake(Class<?> type, String username, String password, boolean keepsTraces) {
    private static final List<Kind> KINDS = List.of(
            new Kind(FakeControlByWeb.class, FakeControlByWeb::empty, FakeControlByWeb::withUser),
            new Kind(FakeConnectware.class, FakeConnectware::empty, FakeConnectware::withAdmin),
            new Kind(FakeWebitel.class, FakeWebitel::empty, FakeWebitel::withUser),
            new Kind(FakeDeviceHive.class, FakeDeviceHive::empty, FakeDeviceHive::withAdmin));

    static WantedFake of(ParameterContext parameter) {
        Fake annotation = parameter.findAnnotation(Fake.class).orElseThrow();
        if (annotation.username().isEmpty() != annotation.password().isEmpty()) {
            throw new ParameterResolutionException("@Fake needs a username and a password, or neither of them");
        }
        return new WantedFake(
                parameter.getParameter().getType(),
                annotation.username(),
                annotation.password(),
                annotation.keepTraces());
    }

    HeldFake make() {
        Kind kind = KINDS.stream()
                .filter(each -> each.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new ParameterResolutionException("No fake can be made for a parameter of type "
                        + type.getName() + "; it has to be one of " + names() + ". Put any other into a field."));
        FakeServer fake = username.isEmpty() ? kind.empty.get() : kind.withUser.apply(username, password);
        return new HeldFake(fake, "a parameter", keepsTraces, this);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "WantedFake[" + type.getSimpleName() + "]";
    }

    private static String names() {
        return KINDS.stream().map(kind -> kind.type.getSimpleName()).collect(Collectors.joining(", "));
    }

    private record Kind(
            Class<? extends FakeServer> type,
            Supplier<FakeServer> empty,
            BiFunction<String, String, FakeServer> withUser) {}
}
