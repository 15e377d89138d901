package dev.latchkey.fake.junit;

import java.lang.reflect.Constructor;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** The extension that {@link Fake} registers. Tests need not name it. */
public final class FakeExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver, InvocationInterceptor {
    /** Called by JUnit. */
    public FakeExtension() {}

    /** Takes the fakes in static fields, and in those of an instance that serves the whole class. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Scope scope = Scope.of(context);
        // A field that is empty yet may be set by a @BeforeAll method.
        FakeField.inClass(context.getRequiredTestClass()).stream()
                .filter(FakeField::isSet)
                .forEach(scope::hold);
        holdInstances(context, scope);
    }

    /** Takes the fakes of the test, and clears the traces of those that it shares with others. */
    @Override
    public void beforeEach(ExtensionContext context) {
        for (Optional<ExtensionContext> each = context.getParent();
                each.isPresent();
                each = each.get().getParent()) {
            holdStatic(each.get());
        }
        Scope test = Scope.of(context);
        holdInstances(context, test);
        test.begin(TestName.of(context));
    }

    /** Prints the journals of a test that has failed. The fakes are closed once all extensions are done with the test. */
    @Override
    public void afterEach(ExtensionContext context) {
        Scope test = Scope.of(context);
        // Another extension may have failed before this one was called.
        context.getTestInstances()
                .ifPresent(instances -> instances.getAllInstances().stream()
                        .flatMap(instance -> FakeField.inInstance(instance).stream())
                        .filter(FakeField::isFake)
                        .forEach(test::hold));
        FailedTest.print(context, test);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Fake.class);
    }

    /** A fake for a parameter that has {@link Fake}. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Scope scope = Scope.of(context);
        WantedFake wanted = WantedFake.of(parameter);
        HeldFake present = scope.find(wanted);
        if (present != null) {
            return present.fake();
        }
        HeldFake made = wanted.make();
        if (parameter.getDeclaringExecutable() instanceof Constructor<?> && belongsToOneTest(context)) {
            scope.constructions().made(made);
        } else {
            scope.hold(made);
        }
        return made.fake();
    }

    /** Remembers which instance the fakes in its constructor's parameters belong to; closes them if it fails. */
    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        Constructions constructions = Scope.of(context).constructions();
        boolean built = false;
        try {
            T instance = invocation.proceed();
            constructions.built(instance, constructor.getArguments());
            built = true;
            return instance;
        } finally {
            if (!built) {
                constructions.failed(constructor.getArguments());
            }
        }
    }

    /** A constructor is told the context of its class, though its instance may be for one test. */
    private static boolean belongsToOneTest(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                && context.getTestInstanceLifecycle()
                        .filter(Lifecycle.PER_CLASS::equals)
                        .isEmpty();
    }

    private static void holdStatic(ExtensionContext context) {
        if (context.getTestClass().isPresent() && context.getTestMethod().isEmpty()) {
            FakeField.inClass(context.getRequiredTestClass())
                    .forEach(field -> Scope.of(context).hold(field));
        }
    }

    private static void holdInstances(ExtensionContext context, Scope scope) {
        context.getTestInstances()
                .ifPresent(instances -> instances.getAllInstances().forEach(instance -> {
                    scope.holdConstructed(instance);
                    FakeField.inInstance(instance).forEach(scope::hold);
                }));
    }
}
