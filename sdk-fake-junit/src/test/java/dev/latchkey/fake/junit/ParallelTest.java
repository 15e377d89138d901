package dev.latchkey.fake.junit;

import static dev.latchkey.fake.junit.Fixtures.failures;
import static dev.latchkey.fake.junit.Fixtures.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.testkit.engine.Events;

class ParallelTest {
    @Test
    void aTestThatBeginsWhileAnotherOneUsesTheFakeFailsAndSaysWhatToDo() {
        Events tests = Fixtures.runInParallel(Shared.class);

        assertThat(failures(tests))
                .singleElement()
                .asString()
                .containsPattern("FakeControlByWeb in Shared\\.CLOUD is shared by tests that run at the same"
                        + " time: Shared\\.(first|second)\\(\\) still uses it\\.")
                .contains(
                        "an instance field or a parameter", "ExecutionMode.SAME_THREAD", "@ResourceLock", "keepTraces");
        tests.assertStatistics(statistics -> statistics.succeeded(1).failed(1));
    }

    @ExtendWith(Shared.SawTheOtherFail.class)
    static class Shared {
        private static final CountDownLatch OTHER_FAILED = new CountDownLatch(1);

        @Fake
        static final FakeControlByWeb CLOUD = FakeControlByWeb.empty();

        @Test
        void first() throws Exception {
            keepsItsTraces();
        }

        @Test
        void second() throws Exception {
            keepsItsTraces();
        }

        private static void keepsItsTraces() throws Exception {
            get(CLOUD, "/v1/mine");
            assertThat(OTHER_FAILED.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(CLOUD.journal().count()).isEqualTo(1);
        }

        static final class SawTheOtherFail implements AfterEachCallback {
            @Override
            public void afterEach(ExtensionContext context) {
                if (context.getExecutionException().isPresent()) {
                    OTHER_FAILED.countDown();
                }
            }
        }
    }

    @Test
    void parallelTestsMayShareAFakeThatKeepsItsTraces() {
        Events tests = Fixtures.runInParallel(Kept.class);

        assertThat(failures(tests)).isEmpty();
        tests.assertStatistics(statistics -> statistics.succeeded(2));
    }

    static class Kept {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Fake(keepTraces = true)
        static final FakeControlByWeb CLOUD = FakeControlByWeb.empty();

        @RepeatedTest(2)
        void together() throws Exception {
            BOTH.await(30, TimeUnit.SECONDS);
            get(CLOUD, "/v1/ours");
            BOTH.await(30, TimeUnit.SECONDS);
            assertThat(CLOUD.journal().count()).isEqualTo(2);
        }
    }

    @Test
    void fakesOfOneTestAreApart() {
        Events tests = Fixtures.runInParallel(Own.class);

        assertThat(failures(tests)).isEmpty();
        tests.assertStatistics(statistics -> statistics.succeeded(2));
    }

    static class Own {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Fake
        final FakeControlByWeb field = FakeControlByWeb.empty();

        private final FakeControlByWeb constructed;

        Own(@Fake FakeControlByWeb constructed) {
            this.constructed = constructed;
        }

        @RepeatedTest(2)
        void together(@Fake FakeControlByWeb parameter) throws Exception {
            BOTH.await(30, TimeUnit.SECONDS);
            get(field, "/v1/mine");
            get(parameter, "/v1/mine");
            BOTH.await(30, TimeUnit.SECONDS);
            assertThat(parameter).isSameAs(constructed);
            assertThat(field.journal().count()).isEqualTo(1);
            assertThat(parameter.journal().count()).isEqualTo(1);
        }
    }
}
