package dev.latchkey.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Console;
import java.io.File;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A phone has no console, no home, no current directory that can be written, and no desktop. */
class OnAPhoneTest {
    private static final JavaClasses CLASSES =
            ShippedClasses.imported().that(resideOutsideOfPackage(ShippedModule.FAKE + ".."));

    private static final ArchRule NO_DESKTOP = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.awt..",
                            "java.beans..",
                            "java.lang.instrument..",
                            "java.lang.management..",
                            "java.lang.module..",
                            "java.net.http..",
                            "java.rmi..",
                            "java.util.prefs..",
                            "javax.management..",
                            "javax.naming..",
                            "javax.script..",
                            "javax.swing..",
                            "javax.tools..",
                            "com.sun..",
                            "jdk..",
                            "sun..")
                    .or(type(Console.class))
                    .or(type(Process.class))
                    .or(type(ProcessBuilder.class))
                    .or(type(ProcessHandle.class)))
            .because("Android has no such classes, or no use for them");

    /** The one class that may: it asks whether this is Android. */
    private static final String ASKS_FOR_ANDROID = "dev.latchkey.core.internal.call.Platform";

    private static final ArchRule NO_SURROUNDINGS = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "asks for properties or variables of the process",
                    access -> isOf(access, System.class)
                            && Set.of("getProperty", "getProperties", "getenv", "console")
                                    .contains(access.getName())
                            && !access.getOriginOwner().getName().equals(ASKS_FOR_ANDROID)))
            .because("user.home and the like mean nothing on Android");

    private static final ArchRule NO_RELATIVE_PATHS = noClasses()
            .should()
            .accessTargetWhere(describe("makes a path by itself", OnAPhoneTest::makesAPath))
            .because("an application is told by its system where it may write");

    @Test
    void noShippedClassNeedsADesktop() {
        NO_DESKTOP.check(CLASSES);
    }

    @Test
    void noShippedClassAsksForItsSurroundings() {
        NO_SURROUNDINGS.check(CLASSES);
    }

    @Test
    void filesAreOnlyWhereTheCallerSays() {
        NO_RELATIVE_PATHS.check(CLASSES);
    }

    @Test
    void eachOfTheseIsFound() {
        JavaClasses fixture = new ClassFileImporter().importClasses(Fixture.class);
        assertThat(NO_DESKTOP.evaluate(fixture).hasViolation()).isTrue();
        assertThat(NO_SURROUNDINGS.evaluate(fixture).hasViolation()).isTrue();
        assertThat(NO_RELATIVE_PATHS.evaluate(fixture).getFailureReport().getDetails())
                .hasSize(3);
    }

    private static boolean makesAPath(JavaAccess<?> access) {
        String name = access.getName();
        return isOf(access, Paths.class)
                || (isOf(access, Path.class) && name.equals("of"))
                || (isOf(access, FileSystem.class) && name.equals("getPath"))
                || (isOf(access, Files.class) && name.startsWith("createTemp"))
                || (isOf(access, File.class) && (name.equals("createTempFile") || takesTextFirst(access)));
    }

    private static boolean takesTextFirst(JavaAccess<?> access) {
        return access instanceof JavaConstructorCall call
                && call.getTarget().getRawParameterTypes().get(0).isEquivalentTo(String.class);
    }

    private static boolean isOf(JavaAccess<?> access, Class<?> owner) {
        JavaClass target = access.getTargetOwner();
        return target.isEquivalentTo(owner);
    }

    @SuppressWarnings("unused")
    static final class Fixture {
        private final String home = System.getProperty("user.home");
        private final File relative = new File("sessions");
        private final File below = new File(relative, "one");
        private final Path path = Path.of("sessions");
        private final Path other = Paths.get("sessions");

        long number() {
            return ProcessHandle.current().pid();
        }
    }
}
