package dev.latchkey.fake.junit;

import static dev.latchkey.fake.junit.Fixtures.failures;
import static dev.latchkey.fake.junit.Fixtures.get;
import static dev.latchkey.fake.junit.Fixtures.isClosed;
import static dev.latchkey.fake.junit.Fixtures.pass;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.webitel.FakeWebitel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static final String TOKENS = "/v1/accounts/1234/tokens";

    @Test
    void aParameterIsOneFakeForTheWholeTestAndANewOneForTheNext() {
        pass(OnePerTest.class, 2);

        assertThat(OnePerTest.FAKES).hasSize(2).doesNotHaveDuplicates().allMatch(Fixtures::isClosed);
    }

    static class OnePerTest {
        static final List<FakeServer> FAKES = new ArrayList<>();

        private final FakeControlByWeb constructed;
        private FakeControlByWeb prepared;

        OnePerTest(@Fake FakeControlByWeb cloud) {
            constructed = cloud;
        }

        @BeforeEach
        void prepare(@Fake FakeControlByWeb cloud) throws Exception {
            prepared = cloud;
            get(cloud, TOKENS);
        }

        @RepeatedTest(2)
        void isTheSame(@Fake FakeControlByWeb cloud) {
            assertThat(cloud).isSameAs(prepared).isSameAs(constructed);
            assertThat(cloud.journal().count()).isEqualTo(1);
            FAKES.add(cloud);
        }

        @AfterEach
        void isStillOpen(@Fake FakeControlByWeb cloud) {
            assertThat(cloud).isSameAs(prepared);
            assertThat(isClosed(cloud)).isFalse();
        }
    }

    @Test
    void everyVendorsFakeMayBeAskedForWithAUserOrWithout() {
        pass(Vendors.class, 1);
    }

    static class Vendors {
        @Test
        void all(
                @Fake(username = "jane", password = "secret") FakeControlByWeb cloud,
                @Fake FakeControlByWeb emptyCloud,
                @Fake(username = "admin", password = "secret") FakeConnectware connectware,
                @Fake(username = "100@mydomain.com", password = "secret") FakeWebitel webitel,
                @Fake(username = "dhadmin", password = "secret") FakeDeviceHive hive) {
            assertThat(cloud).isNotSameAs(emptyCloud);
            assertThat(cloud.logIn("jane")).isNotNull();
            assertThat(connectware.logIn("admin")).isNotNull();
            assertThat(webitel.logIn("100@mydomain.com")).isNotNull();
            assertThat(hive.logIn("dhadmin")).isNotNull();
        }
    }

    @Test
    void aFakeThatBeforeAllAsksForBelongsToTheClass() {
        pass(OfTheClass.class, 3);

        assertThat(OfTheClass.fake).hasToString("FakeControlByWeb[closed]");
    }

    static class OfTheClass {
        static FakeServer fake;

        @BeforeAll
        static void start(@Fake FakeControlByWeb cloud) throws Exception {
            fake = cloud;
            get(cloud, TOKENS);
        }

        @RepeatedTest(2)
        void isTheSameWithoutTraces(@Fake FakeControlByWeb cloud) throws Exception {
            assertThat(cloud).isSameAs(fake);
            assertThat(cloud.journal().count()).isZero();
            get(cloud, TOKENS);
        }

        @Nested
        class Inner {
            @Test
            void isTheSameToo(@Fake FakeControlByWeb cloud) {
                assertThat(cloud).isSameAs(fake);
                assertThat(cloud.journal().count()).isZero();
            }
        }
    }

    @Test
    void parameterisedTestsHaveOneEach() {
        pass(Parameterised.class, 2);

        assertThat(Parameterised.FAKES).hasSize(2).doesNotHaveDuplicates().allMatch(Fixtures::isClosed);
    }

    static class Parameterised {
        static final List<FakeServer> FAKES = new ArrayList<>();

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void each(String text, @Fake FakeControlByWeb cloud) throws Exception {
            FAKES.add(cloud);
            get(cloud, "/" + text);
            assertThat(cloud.journal().count()).isEqualTo(1);
        }
    }

    @Test
    void theConstructorOfAnInstanceForTheClassGetsOneForTheClass() {
        pass(ConstructedForTheClass.class, 2);

        assertThat(ConstructedForTheClass.FAKE.get()).hasToString("FakeControlByWeb[closed]");
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class ConstructedForTheClass {
        static final AtomicReference<FakeServer> FAKE = new AtomicReference<>();

        private final FakeControlByWeb constructed;

        ConstructedForTheClass(@Fake FakeControlByWeb cloud) {
            constructed = cloud;
            FAKE.set(cloud);
        }

        @RepeatedTest(2)
        void isTheSameWithoutTraces(@Fake FakeControlByWeb cloud) throws Exception {
            assertThat(cloud).isSameAs(constructed);
            assertThat(cloud.journal().count()).isZero();
            get(cloud, TOKENS);
            assertThat(isClosed(cloud)).isFalse();
        }
    }

    @Test
    void aParameterThatCannotBeMadeSaysWhy() {
        assertThat(failures(Fixtures.run(WrongType.class)))
                .singleElement()
                .asString()
                .contains(
                        "No fake can be made for a parameter of type dev.latchkey.fake.FakeServer",
                        "FakeControlByWeb, FakeConnectware, FakeWebitel, FakeDeviceHive");
        assertThat(failures(Fixtures.run(NoPassword.class)))
                .singleElement()
                .asString()
                .contains("@Fake needs a username and a password, or neither of them");
    }

    static class WrongType {
        @Test
        void fails(@Fake FakeServer fake) {}
    }

    static class NoPassword {
        @Test
        void fails(@Fake(username = "jane") FakeControlByWeb cloud) {}
    }
}
