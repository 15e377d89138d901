package dev.latchkey.examples.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reader can take the packages one after the other: none needs one that needs it. */
class PackageCirclesTest {

    /** The inside of a package of which one class is what users see, such as {@code FileTokenStore}. */
    private static final Map<String, String> INSIDES = Map.of(
            "dev.latchkey.core.internal.filestore", "dev.latchkey.core.store",
            "dev.latchkey.core.internal.otp", "dev.latchkey.core.auth");

    @Test
    void noPackageOfCoreNeedsOneThatNeedsIt() {
        check(INSIDES);
    }

    @Test
    void aCircleIsSeen() {
        assertThatThrownBy(() -> check(Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("Cycle detected", "dev.latchkey.core.store", "dev.latchkey.core.internal.otp");
    }

    private static void check(Map<String, String> insides) {
        slices().assignedFrom(new Packages(ShippedModule.CORE, insides))
                .should()
                .beFreeOfCycles()
                .check(ShippedClasses.imported());
    }

    private record Packages(String root, Map<String, String> insides) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return (name + ".").startsWith(root + ".")
                    ? SliceIdentifier.of(insides.getOrDefault(name, name))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + root;
        }
    }
}
