package dev.latchkey.core;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A listing that the server hands out in pages, described but not yet asked for. It can be read page by page, or as a whole,
 * lazily, with the following pages fetched ahead.
 *
 * <pre>{@code
 * try (Stream<User> users = client.users().list(UserQuery.all()).stream()) {
 *     users.map(User::username).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads; each reading is for one thread.
 *
 * @param <T> type of the items
 * @param <P> the vendor's type of a page
 */
public final class PagedCall<T, P extends Page<T>> implements Iterable<T> {
    private static final int PREFETCHED = 8;

    private final IntFunction<ApiCall<P>> pages;
    private final int prefetch;

    private PagedCall(IntFunction<ApiCall<P>> pages, int prefetch) {
        this.pages = pages;
        this.prefetch = prefetch;
    }

    /**
     * A listing. For vendor modules.
     *
     * @param pages the call for the page of a number, from 1
     * @param <T> type of the items
     * @param <P> the vendor's type of a page
     * @return the listing, which fetches up to eight pages ahead
     */
    public static <T, P extends Page<T>> PagedCall<T, P> of(IntFunction<ApiCall<P>> pages) {
        return new PagedCall<>(pages, PREFETCHED);
    }

    /**
     * One page.
     *
     * @param number from 1
     * @return the call for it
     * @throws InvalidInputException if the number is less than 1
     */
    public ApiCall<P> page(int number) {
        if (number < 1) {
            throw new InvalidInputException("The page number is " + number + ". Pages are counted from 1.");
        }
        return pages.apply(number);
    }

    /**
     * Sets how many pages are fetched ahead of the reader, once the server has said how many there are. They are what a
     * reading holds in memory at most, beside the page being read.
     *
     * @param ahead 0 to fetch each page when it is needed
     * @return the same listing with this window
     * @throws InvalidInputException if the number is negative
     */
    public PagedCall<T, P> prefetch(int ahead) {
        if (ahead < 0) {
            throw new InvalidInputException("The number of pages to prefetch is " + ahead + ". Give 0 or more.");
        }
        return new PagedCall<>(pages, ahead);
    }

    /**
     * Reads all pages, one item after the other. Fails where a page fails, with that call's {@link ApiException}; the items
     * before it have been handed out by then. A server that changes while it is read may show an item twice or not at all.
     *
     * @return an iterator; close it if you stop before its end
     */
    @Override
    public PagedIterator<T> iterator() {
        return new PagedIterator<>(this::page, prefetch);
    }

    /**
     * Reads all pages as a sequential stream, as {@link #iterator()}.
     *
     * @return a stream; close it if you stop before its end
     */
    public Stream<T> stream() {
        PagedIterator<T> items = iterator();
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, traits), false)
                .onClose(items::close);
    }
}
