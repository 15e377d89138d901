package dev.latchkey.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleArrowsTest {

    private static final List<ShippedModule> MODULES = ShippedModule.all();
    private static final JavaClasses CLASSES = ShippedClasses.imported();

    static List<ShippedModule> modules() {
        return MODULES;
    }

    static List<ShippedModule> vendors() {
        return MODULES.stream().filter(ShippedModule::isVendor).toList();
    }

    static List<ShippedModule> tokenStores() {
        return MODULES.stream().filter(ShippedModule::isTokenStore).toList();
    }

    @Test
    void theModulesAreFound() {
        assertThat(MODULES)
                .extracting(ShippedModule::name)
                .contains(
                        ShippedModule.CORE, ShippedModule.FAKE, "dev.latchkey.controlbyweb", "dev.latchkey.devicehive");
    }

    @Test
    void theCoreKnowsNoVendorAndNoFake() {
        assertUsesNothingOfOursBut(ShippedModule.CORE);
    }

    @Test
    void theFakesKnowNothingOfOurs() {
        assertUsesNothingOfOursBut(ShippedModule.FAKE);
    }

    @Test
    void theFakesNeedNoJUnitAndNotTheirOwnExtension() {
        noClasses()
                .that(resideInAPackage(ShippedModule.FAKE + "..")
                        .and(not(resideInAPackage(ShippedModule.FAKE_IN_JUNIT + ".."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", ShippedModule.FAKE_IN_JUNIT + "..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aVendorKnowsTheCoreAndNoOtherVendor(ShippedModule vendor) {
        assertUsesNothingOfOursBut(vendor.name(), ShippedModule.CORE);
    }

    @ParameterizedTest
    @MethodSource("tokenStores")
    void aTokenStoreKnowsTheCoreAndNoVendor(ShippedModule store) {
        assertUsesNothingOfOursBut(store.name(), ShippedModule.CORE);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void whatIsInternalIsUsedInItsOwnModuleOnly(ShippedModule module) {
        noClasses()
                .that()
                .resideOutsideOfPackage(module.name() + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(module.name() + "..internal..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void whatIsInternalIsNotExported(ShippedModule module) {
        assertThat(module.descriptor().exports())
                .extracting(Exports::source)
                .noneMatch(name -> name.contains(".internal"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyPackageOfAModuleIsBelowItsName(ShippedModule module) {
        assertThat(module.descriptor().packages()).allMatch(name -> (name + ".").startsWith(module.name() + "."));
    }

    private static void assertUsesNothingOfOursBut(String module, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = module + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = others[i] + "..";
        }
        classes()
                .that(resideInAPackage(module + ".."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage("dev.latchkey.."))))
                .check(CLASSES);
    }
}
