package dev.latchkey.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagedCallTest {
    private final List<Integer> requested = new ArrayList<>();
    private final List<CompletableFuture<TestPage>> futures = new ArrayList<>();

    @Test
    void allPagesAreReadInOrderAndEachIsAskedForOnce() {
        PagedCall<String, TestPage> listing = PagedCall.of(number -> answering(number, page(number, 3, 2)));
        assertThat(listing).containsExactly("1.0", "1.1", "2.0", "2.1", "3.0", "3.1");
        assertThat(requested).containsExactly(1, 2, 3);
    }

    @Test
    void aStreamReadsTheSame() {
        PagedCall<String, TestPage> listing = PagedCall.of(number -> answering(number, page(number, 2, 1)));
        try (Stream<String> items = listing.stream()) {
            assertThat(items).containsExactly("1.0", "2.0");
        }
    }

    @Test
    void nothingIsAskedForBeforeTheFirstItemIsWanted() {
        PagedIterator<String> items =
                PagedCall.of(number -> answering(number, page(number, 2, 1))).iterator();
        assertThat(requested).isEmpty();
        assertThat(items.next()).isEqualTo("1.0");
    }

    @Test
    void pagesAreFetchedAheadUpToTheWindow() {
        PagedIterator<String> items = PagedCall.of(number -> answering(number, page(number, 100, 1)))
                .prefetch(3)
                .iterator();
        items.next();
        assertThat(requested).containsExactly(1, 2, 3, 4);
        items.next();
        assertThat(requested).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void withoutATotalEachPageIsFetchedWhenItIsNeededUntilOneIsEmpty() {
        PagedCall<String, TestPage> listing = PagedCall.of(number -> answering(
                number, new TestPage(number < 3 ? List.of("item " + number) : List.of(), OptionalInt.empty())));
        assertThat(listing).containsExactly("item 1", "item 2");
        assertThat(requested).containsExactly(1, 2, 3);
    }

    @Test
    void withoutPrefetchEachPageIsFetchedWhenItIsNeeded() {
        PagedIterator<String> items = PagedCall.of(number -> answering(number, page(number, 9, 1)))
                .prefetch(0)
                .iterator();
        items.next();
        assertThat(requested).containsExactly(1);
        items.next();
        assertThat(requested).containsExactly(1, 2);
    }

    @Test
    void aTotalThatGrowsOrShrinksWhileReadingIsFollowed() {
        assertThat(PagedCall.of(number -> answering(number, page(number, number == 1 ? 2 : 3, 1)))
                        .prefetch(0))
                .hasSize(3);
        assertThat(PagedCall.of(number -> answering(number, page(number, number == 1 ? 9 : 2, 1)))
                        .prefetch(0))
                .hasSize(2);
    }

    @Test
    void anEmptyPageEndsTheListingWhateverTheTotalSays() {
        PagedCall<String, TestPage> listing =
                PagedCall.of(number -> answering(number, page(number, 9, number < 3 ? 1 : 0)));
        assertThat(listing.prefetch(0)).containsExactly("1.0", "2.0");
        assertThat(requested).containsExactly(1, 2, 3);
    }

    @Test
    void aPageThatFailsEndsTheIterationWithItsErrorAndCancelsTheOthers() {
        PagedIterator<String> items = PagedCall.of(number -> {
                    if (number == 2) {
                        return failing(new NotFoundException(Failure.local("GET", "/things", "gone"), null));
                    }
                    return number == 1 ? answering(1, page(1, 9, 1)) : pending(number);
                })
                .iterator();
        assertThat(items.next()).isEqualTo("1.0");
        assertThatThrownBy(items::hasNext).isInstanceOf(NotFoundException.class);
        assertThat(items.hasNext()).isFalse();
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
        assertThat(futures.subList(2, futures.size())).isNotEmpty().allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void closingTheStreamCancelsWhatIsUnderway() {
        Stream<String> items =
                PagedCall.of(number -> number == 1 ? answering(1, page(1, 9, 1)) : pending(number)).stream();
        assertThat(items.iterator().next()).isEqualTo("1.0");
        items.close();
        assertThat(futures.subList(1, futures.size())).hasSize(8).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void anInterruptEndsTheWaitForAPage() throws Exception {
        PagedIterator<String> items = PagedCall.of(this::pending).iterator();
        Thread.currentThread().interrupt();
        assertThatThrownBy(items::hasNext).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(futures).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void badNumbersAreRefused() {
        PagedCall<String, TestPage> listing = PagedCall.of(number -> answering(number, page(number, 1, 1)));
        assertThatThrownBy(() -> listing.page(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> listing.prefetch(-1)).isInstanceOf(InvalidInputException.class);
    }

    private static TestPage page(int number, int total, int size) {
        List<String> items =
                IntStream.range(0, size).mapToObj(n -> number + "." + n).toList();
        return new TestPage(items, OptionalInt.of(total));
    }

    private ApiCall<TestPage> answering(int number, TestPage page) {
        requested.add(number);
        return new Scripted(CompletableFuture.completedFuture(page));
    }

    private ApiCall<TestPage> failing(ApiException failure) {
        CompletableFuture<TestPage> future = new CompletableFuture<>();
        future.completeExceptionally(failure);
        return new Scripted(future);
    }

    private ApiCall<TestPage> pending(int number) {
        requested.add(number);
        return new Scripted(new CompletableFuture<>());
    }

    private record TestPage(List<String> items, OptionalInt totalPages) implements Page<String> {}

    private final class Scripted implements ApiCall<TestPage> {
        private final CompletableFuture<TestPage> future;

        Scripted(CompletableFuture<TestPage> future) {
            this.future = future;
        }

        @Override
        public CompletableFuture<TestPage> executeAsync() {
            futures.add(future);
            return future;
        }

        @Override
        public TestPage execute() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<TestPage> executeAsync(Executor executor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ApiResponse<TestPage> executeForResponse() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<ApiResponse<TestPage>> executeForResponseAsync() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ApiCall<TestPage> timeout(Duration timeout) {
            return this;
        }

        @Override
        public ApiCall<TestPage> withoutRetries() {
            return this;
        }

        @Override
        public ApiCall<TestPage> header(String name, String value) {
            return this;
        }
    }
}
