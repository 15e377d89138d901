package dev.latchkey.fake.junit;

import dev.latchkey.fake.FakeServer;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fake server in a {@code @RegisterExtension} field, where the order of extensions matters or fields are registered by code.
 * Otherwise {@link Fake} is shorter; all that it says of fields holds here too.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final RegisteredFake<FakeControlByWeb> CLOUD = RegisteredFake.of(FakeControlByWeb.withUser("jane", "secret"));
 *
 * ... CLOUD.fake().baseUrl() ...
 * }</pre>
 *
 * <p>Safe for concurrent use.
 *
 * @param <F> the kind of fake
 */
public final class RegisteredFake<F extends FakeServer>
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final String PLACE = "a @RegisterExtension field";

    private final F fake;
    private final boolean keepsTraces;

    private RegisteredFake(F fake, boolean keepsTraces) {
        this.fake = fake;
        this.keepsTraces = keepsTraces;
    }

    /** An extension that closes this fake and clears its traces between tests. */
    public static <F extends FakeServer> RegisteredFake<F> of(F fake) {
        return new RegisteredFake<>(Objects.requireNonNull(fake), false);
    }

    /** The same, but the traces are left alone, and parallel tests may share the fake. */
    public RegisteredFake<F> keepTraces() {
        return new RegisteredFake<>(fake, true);
    }

    /** The fake. It starts when first used. */
    public F fake() {
        return fake;
    }

    /** Takes the fake for the class. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Scope.of(context).hold(held());
    }

    /** Takes the fake for the test unless the class has it; then clears its traces. */
    @Override
    public void beforeEach(ExtensionContext context) {
        Scope test = Scope.of(context);
        test.hold(held());
        test.begin(TestName.of(context));
    }

    /** Prints the journal of a test that has failed. */
    @Override
    public void afterEach(ExtensionContext context) {
        Scope test = Scope.of(context);
        test.hold(held());
        FailedTest.print(context, test);
    }

    @Override
    public String toString() {
        return "RegisteredFake[" + fake + "]";
    }

    private HeldFake held() {
        return new HeldFake(fake, PLACE, keepsTraces, null);
    }
}
