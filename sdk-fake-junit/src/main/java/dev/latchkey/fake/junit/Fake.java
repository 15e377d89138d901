package dev.latchkey.fake.junit;

import dev.latchkey.fake.FakeServer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A fake server of a test: JUnit closes it, clears its traces between tests, and prints its journal when a test fails.
 *
 * <pre>{@code
 * class LoginTest {
 *     @Fake
 *     final FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");
 *
 *     @Test
 *     void logsIn() {
 *         ... cloud.baseUrl() ...
 *     }
 *
 *     @Test
 *     void usesTwo(@Fake(username = "admin", password = "secret") FakeConnectware connectware) { ... }
 * }
 * }</pre>
 *
 * <p><b>A field</b> has to be initialised where it is declared; it may be private. A static field's fake belongs to the test
 * class and is closed after the last test. An instance field's belongs to the instance: JUnit makes one for each test, or one
 * for the class with {@code @TestInstance(PER_CLASS)}.
 *
 * <p><b>A parameter</b> gets a new fake: in the constructor, in the test and in its {@code @BeforeEach} and {@code @AfterEach}
 * methods the same one for each test, if type, user name and password are the same. A fake that a {@code @BeforeAll} method asks
 * for belongs to the class, and the tests get it too. Parameters never get the fake of a field.
 *
 * <p><b>Between tests</b> that share a fake, {@link FakeServer#clearTraces} is called, after the constructor and before {@code
 * @BeforeEach} methods: journal, faults, holds, latencies, clock, used one-time passwords and lockouts start afresh. Users,
 * tokens and settings stay. A fake of one test is not cleared, so its field's initialiser may prepare it.
 *
 * <p><b>Parallel tests</b> cannot share a fake, since nobody could tell whose request a journal entry is: a test that begins
 * while another one uses the fake fails, and its message says what to do. With {@link #keepTraces} they can.
 *
 * <p>A fake starts when it is first used. Works with JUnit 5.10 and later, and with JUnit 6.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(FakeExtension.class)
public @interface Fake {
    /**
     * The user that a parameter's fake has: with all permissions, as those of {@code FakeControlByWeb.withUser}, {@code
     * FakeConnectware.withAdmin}, {@code FakeWebitel.withUser} and {@code FakeDeviceHive.withAdmin}. Without it the fake is empty.
     * Not for fields, whose initialiser says it.
     */
    String username() default "";

    /** The password of the {@link #username}. */
    String password() default "";

    /**
     * Leaves the traces alone: journal, faults and clock go on from test to test, and parallel tests may share the fake.
     */
    boolean keepTraces() default false;
}
