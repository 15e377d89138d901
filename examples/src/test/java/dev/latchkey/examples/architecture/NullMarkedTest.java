package dev.latchkey.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kotlin sees no platform type: everything that is shipped says whether it may be null. */
class NullMarkedTest {
    private static final JavaClasses CLASSES = ShippedClasses.imported();

    static Iterable<ShippedModule> modules() {
        return ShippedModule.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyPackageIsNullMarked(ShippedModule module) {
        assertThat(module.descriptor().packages())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(isNullMarked(CLASSES, name)).isTrue());
    }

    @Test
    void nothingInThemIsLeftOut() {
        noClasses().should().beAnnotatedWith(NullUnmarked.class).check(CLASSES);
        noMembers().should().beAnnotatedWith(NullUnmarked.class).check(CLASSES);
    }

    @Test
    void aPackageThatSaysNothingIsFound() {
        JavaClasses foreign = new ClassFileImporter().importPackages("com.tngtech.archunit.lang");
        assertThat(isNullMarked(foreign, "com.tngtech.archunit.lang")).isFalse();
    }

    private static boolean isNullMarked(JavaClasses classes, String packageName) {
        return classes.getPackage(packageName).isAnnotatedWith(NullMarked.class);
    }
}
