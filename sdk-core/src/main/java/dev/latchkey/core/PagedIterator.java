package dev.latchkey.core;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;

/**
 * Reads a listing item by item and fetches the next pages meanwhile. No page is asked for twice. For one thread.
 *
 * @param <T> type of the items
 */
public final class PagedIterator<T> implements Iterator<T>, AutoCloseable {
    private final IntFunction<? extends ApiCall<? extends Page<T>>> pages;
    private final int prefetch;
    private final Deque<CompletableFuture<? extends Page<T>>> underway = new ArrayDeque<>();
    private Iterator<T> items = Collections.emptyIterator();
    private int requested;
    private int read;
    private boolean isLast;
    private boolean ended;

    PagedIterator(IntFunction<? extends ApiCall<? extends Page<T>>> pages, int prefetch) {
        this.pages = pages;
        this.prefetch = prefetch;
    }

    /**
     * Whether there is another item. Waits for its page if need be.
     *
     * @throws ApiException if that page could not be had; the iteration is over then
     */
    @Override
    public boolean hasNext() {
        while (!items.hasNext() && !ended) {
            turn();
        }
        return items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The listing has no further item.");
        }
        return items.next();
    }

    /** Ends the iteration and cancels the pages that are underway. */
    @Override
    public void close() {
        ended = true;
        items = Collections.emptyIterator();
        underway.forEach(page -> page.cancel(true));
        underway.clear();
    }

    private void turn() {
        if (isLast) {
            close();
            return;
        }
        if (underway.isEmpty()) {
            request();
        }
        Page<T> page = await(underway.remove());
        items = page.items().iterator();
        isLast = page.isLast(++read);
        int last = isLast ? 0 : page.totalPages().orElse(0);
        while (underway.size() < prefetch && requested < last) {
            request();
        }
    }

    private void request() {
        requested++;
        underway.add(pages.apply(requested).executeAsync());
    }

    private Page<T> await(CompletableFuture<? extends Page<T>> page) {
        try {
            return page.get();
        } catch (InterruptedException e) {
            page.cancel(true);
            close();
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    Failure.local("GET", "next page", "the thread was interrupted while it waited for a page.")
                            .after(true, true),
                    e);
        } catch (ExecutionException e) {
            close();
            if (e.getCause() instanceof ApiException failure) {
                throw failure;
            }
            throw new IllegalStateException("A page failed with what no call should throw.", e.getCause());
        }
    }
}
