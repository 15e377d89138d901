package dev.latchkey.scenarios;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Every vendor, made anew for each scenario. */
public final class Subjects implements ArgumentsProvider {
    private static final Map<String, Supplier<Subject>> VENDORS = new LinkedHashMap<>();

    static {
        VENDORS.put("ControlByWeb", ControlByWebSubject::new);
        VENDORS.put("Connectware", ConnectwareSubject::new);
        VENDORS.put("Webitel", WebitelSubject::new);
        VENDORS.put("DeviceHive", DeviceHiveSubject::new);
    }

    /** How each vendor's subject is made, by the vendor's name. */
    public static Map<String, Supplier<Subject>> byVendor() {
        return Collections.unmodifiableMap(VENDORS);
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return all().map(Arguments::of);
    }

    /**
     * For scenarios with many variants: each with one vendor, in turn, and in a run of the whole fault matrix with all of
     * them.
     */
    static Stream<Arguments> across(List<List<Duration>> variants) {
        List<Named<Supplier<Subject>>> vendors = all().toList();
        boolean whole = Boolean.getBoolean("latchkey.matrix.full");
        return IntStream.range(0, variants.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, vendors.size())
                        .filter(v -> whole || v == (i + i / vendors.size()) % vendors.size())
                        .mapToObj(v -> Arguments.of(Stream.concat(Stream.of(vendors.get(v)), variants.get(i).stream())
                                .toArray())));
    }

    /** For scenarios with further parameters. */
    static Stream<Named<Supplier<Subject>>> all() {
        return VENDORS.entrySet().stream().map(vendor -> Named.of(vendor.getKey(), vendor.getValue()));
    }
}
