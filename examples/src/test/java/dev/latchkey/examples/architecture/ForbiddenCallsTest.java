package dev.latchkey.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForbiddenCallsTest {

    private static final JavaClasses CLASSES = ShippedClasses.imported();

    /** A program, whose output is for people. */
    private static final String STANDALONE_FAKE = "dev.latchkey.fake.Main";
    /** Prints the journal of a test that has failed. */
    private static final String FAILED_TEST = ShippedModule.FAKE_IN_JUNIT + ".FailedTest";
    /** JUnit finds fields and parameters by reflection, and tests are neither shrunk nor native. */
    private static final String IN_JUNIT = ShippedModule.FAKE_IN_JUNIT + "..";

    @Test
    void nothingIsReflective() {
        noClasses()
                .that()
                .resideOutsideOfPackage(IN_JUNIT)
                .should()
                .dependOnClassesThat(resideInAPackage("java.lang.reflect..")
                        .and(DescribedPredicate.not(type(Type.class)))
                        .or(type(MethodHandles.class)))
                .because("shrunk Android apps and native images need no rules for the SDK")
                .check(CLASSES);
    }

    @Test
    void noClassIsLookedUpByItsName() {
        noClasses()
                .should()
                .callMethodWhere(called(Set.of(Class.class, ClassLoader.class), Set.of("forName", "loadClass")))
                .because("shrunk Android apps and native images need no rules for the SDK")
                .check(CLASSES);
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(STANDALONE_FAKE)
                .and()
                .doNotHaveFullyQualifiedName(FAILED_TEST)
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "prints a stack trace", call -> call.getName().equals("printStackTrace")))
                .because("the streams belong to the user's program; a library logs")
                .check(CLASSES);
    }

    @Test
    void nothingSleeps() {
        noClasses()
                .should()
                .callMethodWhere(called(Set.of(Thread.class, TimeUnit.class), Set.of("sleep")))
                .because("a sleep ends neither with its call's cancel nor with its timeout")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethodCall> called(Set<Class<?>> owners, Set<String> names) {
        return DescribedPredicate.describe(
                "is " + names,
                call -> names.contains(call.getName())
                        && owners.stream()
                                .anyMatch(owner -> call.getTargetOwner().isAssignableTo(owner)));
    }
}
