package dev.latchkey.scenarios;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Every vendor, made anew for each scenario. */
final class Subjects implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of(
                vendor("ControlByWeb", ControlByWebSubject::new),
                vendor("Connectware", ConnectwareSubject::new),
                vendor("Webitel", WebitelSubject::new),
                vendor("DeviceHive", DeviceHiveSubject::new));
    }

    private static Arguments vendor(String name, Supplier<Subject> subject) {
        return Arguments.of(Named.of(name, subject));
    }
}
