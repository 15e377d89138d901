package dev.latchkey.fake.junit;

import static dev.latchkey.fake.junit.Fixtures.failures;
import static dev.latchkey.fake.junit.Fixtures.get;
import static dev.latchkey.fake.junit.Fixtures.isClosed;
import static dev.latchkey.fake.junit.Fixtures.pass;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.controlbyweb.FakeUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

class FieldsTest {
    private static final String TOKENS = "/v1/accounts/1234/tokens";

    @Test
    void aStaticFakeServesAllTestsOfTheClassAndIsClosedBehindThem() {
        pass(StaticField.class, 4);

        assertThat(StaticField.FAKES).hasSize(4);
        assertThat(StaticField.FAKES).allMatch(Fixtures::isClosed);
    }

    @SuppressWarnings("unused") // JUnit calls it
    static class StaticField {
        static final List<FakeServer> FAKES = new ArrayList<>();

        @Fake
        private static final FakeControlByWeb CLOUD = FakeControlByWeb.withUser("jane", "secret");

        @BeforeAll
        static void leaveTraces() {
            CLOUD.clock().advance(Duration.ofDays(1));
            CLOUD.addUser(FakeUser.builder("joe", "secret").build());
        }

        @BeforeEach
        void hasNoTraces() {
            assertThat(CLOUD.journal().count()).isZero();
            assertThat(CLOUD.clock().instant()).isBefore(Instant.now().plusSeconds(60));
        }

        @RepeatedTest(4)
        void leavesTraces() throws Exception {
            FAKES.add(CLOUD);
            assertThat(get(CLOUD, TOKENS)).isNotEqualTo(503);
            CLOUD.faults().always(Fault.status(503));
            CLOUD.clock().advance(Duration.ofHours(13));
            assertThat(CLOUD.logIn("joe")).as("users stay").isNotNull();
        }

        @AfterAll
        static void isStillOpen() {
            assertThat(isClosed(FAKES.get(0))).isFalse();
        }
    }

    @Test
    void anInstanceFieldIsANewFakeForEachTestAndItsInitialiserMayPrepareIt() {
        pass(InstanceField.class, 2);

        assertThat(InstanceField.FAKES).hasSize(2).allMatch(Fixtures::isClosed);
    }

    static class InstanceField {
        static final List<FakeServer> FAKES = new ArrayList<>();

        @Fake
        private final FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");

        InstanceField() {
            cloud.faults().next(Fault.status(503));
        }

        @RepeatedTest(2)
        void isNew() throws Exception {
            FAKES.add(cloud);
            assertThat(get(cloud, TOKENS)).isEqualTo(503);
            cloud.addUser(FakeUser.builder("joe", "secret").id(77).build());
            assertThat(cloud.journal().count()).isEqualTo(1);
        }

        @AfterEach
        void isStillOpen() {
            assertThat(isClosed(cloud)).isFalse();
        }
    }

    @Test
    void theFakeOfAnInstanceForTheClassLivesAsLong() {
        pass(InstancePerClass.class, 2);

        assertThat(InstancePerClass.FAKES).hasSize(2);
        assertThat(InstancePerClass.FAKES).allMatch(Fixtures::isClosed);
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class InstancePerClass {
        static final List<FakeServer> FAKES = new ArrayList<>();

        @Fake
        final FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");

        @RepeatedTest(2)
        void hasNoTraces() throws Exception {
            FAKES.add(cloud);
            assertThat(cloud.journal().count()).isZero();
            get(cloud, TOKENS);
            cloud.clock().advance(Duration.ofDays(2));
        }
    }

    @Test
    void usedCodesAndLockoutsEndBetweenTests() {
        pass(SecondFactor.class, 3);
    }

    static class SecondFactor {
        @Fake
        static final FakeConnectware FAKE = FakeConnectware.withAdmin("admin", "secret");

        @RepeatedTest(3)
        void theCodeOfThisStepCounts() throws Exception {
            if (FAKE.backupCodes("admin").isEmpty()) {
                FAKE.enrolForMfa("admin");
            }
            FAKE.clock().set(Instant.parse("2026-11-22T05:00:00Z")).freeze();
            assertThat(Mfa.logIn(FAKE, FAKE.oneTimePassword("admin"))).isEqualTo(200);
            for (int i = 0; i < 5; i++) {
                assertThat(Mfa.logIn(FAKE, "000000")).isEqualTo(401);
            }
            FAKE.clock().advance(Duration.ofSeconds(60));
            assertThat(Mfa.logIn(FAKE, FAKE.oneTimePassword("admin"))).isEqualTo(429);
        }
    }

    @Test
    void nestedClassesUseTheFakesAroundThem() {
        pass(Outer.class, 5);

        assertThat(Outer.FAKES).doesNotHaveDuplicates().allMatch(Fixtures::isClosed);
        assertThat(isClosed(Outer.SHARED)).isTrue();
    }

    static class Outer {
        static final List<FakeServer> FAKES = new ArrayList<>();

        @Fake
        static final FakeControlByWeb SHARED = FakeControlByWeb.withUser("jane", "secret");

        @Fake
        final FakeControlByWeb own = FakeControlByWeb.withUser("jane", "secret");

        @Test
        void uses() throws Exception {
            assertThat(SHARED.journal().count()).isZero();
            FAKES.add(own);
            get(SHARED, TOKENS);
        }

        @Nested
        class Inner {
            @Fake
            final FakeControlByWeb inner = FakeControlByWeb.withUser("jane", "secret");

            @RepeatedTest(2)
            void usesThemToo() throws Exception {
                uses();
                FAKES.add(inner);
            }
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class InnerForAll {
            @Fake
            final FakeControlByWeb inner = FakeControlByWeb.withUser("jane", "secret");

            @RepeatedTest(2)
            void hasNoTraces() throws Exception {
                assertThat(inner.journal().count()).isZero();
                assertThat(SHARED.journal().count()).isZero();
                get(inner, TOKENS);
                get(SHARED, TOKENS);
            }
        }
    }

    @Test
    void fieldsAreInherited() {
        pass(Derived.class, 2);

        assertThat(Base.FAKES).hasSize(4).allMatch(Fixtures::isClosed);
    }

    abstract static class Base {
        static final List<FakeServer> FAKES = new ArrayList<>();

        @Fake
        private static final FakeControlByWeb SHARED = FakeControlByWeb.withUser("jane", "secret");

        @Fake
        private final FakeControlByWeb own = FakeControlByWeb.withUser("jane", "secret");

        @RepeatedTest(2)
        void inherited() throws Exception {
            assertThat(SHARED.journal().count()).isZero();
            get(SHARED, TOKENS);
            FAKES.add(SHARED);
            FAKES.add(own);
        }
    }

    static class Derived extends Base {}

    @Test
    void aStaticFieldMayBeSetByABeforeAllMethod() {
        pass(SetLate.class, 2);

        assertThat(SetLate.fake).hasToString("FakeControlByWeb[closed]");
    }

    static class SetLate {
        static FakeServer fake;

        @Fake
        static FakeControlByWeb cloud;

        @BeforeAll
        static void make() {
            cloud = FakeControlByWeb.withUser("jane", "secret");
            fake = cloud;
        }

        @RepeatedTest(2)
        void isOneForAll() throws Exception {
            assertThat(cloud).isSameAs(fake);
            assertThat(cloud.journal().count()).isZero();
            get(cloud, TOKENS);
        }
    }

    @Test
    void aRegisteredFakeIsClosedAndClearedAsAFieldIs() {
        pass(Registered.class, 2);

        assertThat(Registered.FAKES).hasSize(4).allMatch(Fixtures::isClosed);
    }

    static class Registered {
        static final List<FakeServer> FAKES = new ArrayList<>();

        @RegisterExtension
        static final RegisteredFake<FakeControlByWeb> SHARED =
                RegisteredFake.of(FakeControlByWeb.withUser("jane", "secret"));

        @RegisterExtension
        final RegisteredFake<FakeConnectware> own = RegisteredFake.of(FakeConnectware.withAdmin("admin", "secret"));

        @RepeatedTest(2)
        void hasNoTraces() throws Exception {
            assertThat(SHARED.fake().journal().count()).isZero();
            get(SHARED.fake(), TOKENS);
            FAKES.add(SHARED.fake());
            FAKES.add(own.fake());
        }
    }

    @Test
    void tracesMayBeKept() {
        pass(Kept.class, 4);
    }

    static class Kept {
        @Fake(keepTraces = true)
        static final FakeControlByWeb CLOUD = FakeControlByWeb.empty();

        @RegisterExtension
        static final RegisteredFake<FakeControlByWeb> OTHER =
                RegisteredFake.of(FakeControlByWeb.empty()).keepTraces();

        private static int tests;

        @RepeatedTest(4)
        void countsOn() throws Exception {
            get(CLOUD, TOKENS);
            get(OTHER.fake(), TOKENS);
            tests++;
            assertThat(CLOUD.journal().count()).isEqualTo(tests);
            assertThat(OTHER.fake().journal().count()).isEqualTo(tests);
        }
    }

    @Test
    void aFieldThatIsNoUseSaysWhatToDo() {
        assertThat(failures(Fixtures.run(Empty.class)))
                .singleElement()
                .asString()
                .contains("@Fake Empty.cloud is null: initialise it where it is declared");
        assertThat(failures(Fixtures.run(NoFake.class)))
                .singleElement()
                .asString()
                .contains("@Fake NoFake.text is a java.lang.String, which is not a fake server");
        assertThat(failures(Fixtures.run(UserInTheAnnotation.class)))
                .singleElement()
                .asString()
                .contains("give the fake its user where the field is initialised");
    }

    static class Empty {
        @Fake
        FakeControlByWeb cloud;

        @Test
        void fails() {}
    }

    static class NoFake {
        @Fake
        final String text = "no fake";

        @Test
        void fails() {}
    }

    static class UserInTheAnnotation {
        @Fake(username = "jane", password = "secret")
        final FakeControlByWeb cloud = FakeControlByWeb.empty();

        @Test
        void fails() {}
    }
}
