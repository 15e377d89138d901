package dev.latchkey.fake.junit;

import static dev.latchkey.fake.junit.Fixtures.failures;
import static dev.latchkey.fake.junit.Fixtures.get;
import static dev.latchkey.fake.junit.Fixtures.isClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alone, since it reads what is printed. */
@Isolated
class FailuresTest {
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void readWhatIsPrinted() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void putBack() {
        System.setErr(err);
    }

    @Test
    void theJournalOfAFailedTestIsPrintedAndThatOfNoOther() {
        assertThat(failures(Fixtures.run(OneFails.class))).hasSize(1);

        assertThat(printed())
                .containsPattern(
                        "OneFails\\.fails\\(\\) failed\\. Requests to FakeControlByWeb\\[port \\d+] "
                                + "\\(OneFails\\.CLOUD\\):\n"
                                + " {2}#\\d+ GET /api/v1/failed\\?access_token=sha256:\\w+ -> 503 \\[status 503, not executed]\n")
                .contains("OneFails.fails() failed. No request came to FakeControlByWeb[closed] (OneFails.own).\n")
                .doesNotContain("5ecre7", "passes", "isAborted", "/v1/aborted");
    }

    static class OneFails {
        @Fake
        static final FakeControlByWeb CLOUD = FakeControlByWeb.withUser("jane", "secret");

        @Fake
        final FakeControlByWeb own = FakeControlByWeb.empty();

        @Test
        void passes() throws Exception {
            get(CLOUD, "/v1/passed");
        }

        @Test
        void isAborted() throws Exception {
            get(CLOUD, "/v1/aborted");
            Assumptions.abort("not today");
        }

        @Test
        void fails() throws Exception {
            CLOUD.faults().next(Fault.status(503));
            get(CLOUD, "/v1/failed?access_token=5ecre7-token-of-some-length");
            throw new AssertionError("as it has to");
        }
    }

    @Test
    void oneTestOfSeveralIsNamedAndOnlyTheLatestRequestsArePrinted() {
        assertThat(failures(Fixtures.run(Many.class))).hasSize(1);

        assertThat(printed())
                .startsWith("Many.each [2] ")
                .contains("  (3 earlier ones)\n  #4 GET /api/v1/4 -> ")
                .contains("  #203 GET /api/v1/203 -> ")
                .doesNotContain("/v1/3 ");
    }

    static class Many {
        @ParameterizedTest
        @ValueSource(ints = {1, 203})
        void each(int requests, @Fake FakeControlByWeb cloud) throws Exception {
            for (int i = 1; i <= requests; i++) {
                get(cloud, "/v1/" + i);
            }
            assertThat(requests).isEqualTo(1);
        }
    }

    @Test
    void aRegisteredFakeIsPrintedOnceBesideOthers() {
        assertThat(failures(Fixtures.run(Both.class))).hasSize(1);

        assertThat(printed().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("(a @RegisterExtension field, also of other tests)"))
                .anyMatch(line -> line.contains("(Both.own)"));
    }

    static class Both {
        @RegisterExtension
        static final RegisteredFake<FakeControlByWeb> SHARED =
                RegisteredFake.of(FakeControlByWeb.empty()).keepTraces();

        @Fake
        final FakeControlByWeb own = FakeControlByWeb.empty();

        @Test
        void fails() {
            throw new AssertionError("as it has to");
        }
    }

    @Test
    void aFailureInABeforeEachMethodIsPrintedTooAndItsFakesAreClosed() {
        assertThat(failures(Fixtures.run(BeforeEachFails.class)))
                .singleElement()
                .asString()
                .contains("no luck");

        assertThat(printed()).contains("BeforeEachFails.isNotReached() failed.", "GET /api/v1/before -> ");
        assertThat(BeforeEachFails.FAKES).hasSize(2).allMatch(Fixtures::isClosed);
    }

    static class BeforeEachFails {
        static final List<FakeServer> FAKES = new ArrayList<>();

        @Fake
        final FakeControlByWeb own = FakeControlByWeb.empty();

        @BeforeEach
        void fails(@Fake FakeControlByWeb cloud) throws Exception {
            own.port();
            FAKES.add(own);
            FAKES.add(cloud);
            get(cloud, "/v1/before");
            throw new AssertionError("no luck");
        }

        @Test
        void isNotReached() {}
    }

    @Test
    void fakesAreClosedIfAnotherExtensionFailsBeforeOurs() {
        assertThat(failures(Fixtures.run(ExtensionFails.class))).hasSize(1);

        assertThat(ExtensionFails.FAKE.get()).hasToString("FakeControlByWeb[closed]");
    }

    @ExtendWith(ExtensionFails.Failing.class)
    static class ExtensionFails {
        static final AtomicReference<FakeServer> FAKE = new AtomicReference<>();

        @Fake
        final FakeControlByWeb own = FakeControlByWeb.start();

        ExtensionFails() {
            FAKE.set(own);
        }

        @Test
        void isNotReached() {}

        static final class Failing implements BeforeEachCallback {
            @Override
            public void beforeEach(ExtensionContext context) {
                throw new IllegalStateException("as it has to");
            }
        }
    }

    @Test
    void fakesInParametersAreClosedIfTheConstructorFails() {
        assertThat(failures(Fixtures.run(ConstructorFails.class)))
                .hasSize(2)
                .allMatch(text -> text.contains("no luck"));

        assertThat(ConstructorFails.FAKES).hasSize(4);
        assertThat(ConstructorFails.STILL_OPEN).as("the one of the test before").isFalse();
        assertThat(ConstructorFails.FAKES).allMatch(Fixtures::isClosed);
    }

    static class ConstructorFails {
        static final List<FakeServer> FAKES = new ArrayList<>();
        static final AtomicBoolean STILL_OPEN = new AtomicBoolean();

        ConstructorFails(@Fake FakeControlByWeb own, TestInfo test) {
            if (!FAKES.isEmpty()) {
                STILL_OPEN.set(!isClosed(FAKES.get(1)));
            }
            SHARED.port();
            own.port();
            FAKES.add(SHARED);
            FAKES.add(own);
            throw new AssertionError("no luck with " + test.getDisplayName());
        }

        @Fake
        static final FakeControlByWeb SHARED = FakeControlByWeb.empty();

        @Test
        void first() {}

        @Test
        void second() {}
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
