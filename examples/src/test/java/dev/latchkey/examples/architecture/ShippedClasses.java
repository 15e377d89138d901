package dev.latchkey.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The byte code of all shipped modules, read once for all rules. What it uses of other libraries is known by name only. */
final class ShippedClasses {
    private static final JavaClasses IMPORTED = new ClassFileImporter()
            .importPaths(
                    ShippedModule.all().stream().map(ShippedModule::classes).toList());

    private ShippedClasses() {}

    static JavaClasses imported() {
        return IMPORTED;
    }
}
