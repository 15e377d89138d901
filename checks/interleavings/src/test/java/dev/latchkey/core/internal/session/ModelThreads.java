package dev.latchkey.core.internal.session;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** A thread for each task and no longer: Lincheck would take a pool's idle thread for one that is stuck. */
final class ModelThreads extends AbstractExecutorService {
    private final Book book = new Book();
    private boolean inline;

    /** Runs an action whose tasks run in the thread that asks for them, before other threads begin. */
    void inline(Runnable action) {
        inline = true;
        action.run();
        inline = false;
    }

    /** Waits for the tasks that were given until now, and for those that they give. */
    void join() {
        for (int i = 0; i < book.made(); i++) {
            try {
                book.threads[i].join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** How many tasks have not ended. */
    int running() {
        return book.running;
    }

    @Override
    public void execute(Runnable task) {
        if (inline) {
            task.run();
            return;
        }
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } finally {
                book.ended();
            }
        });
        book.begins();
        thread.start();
        book.began(thread); // Lincheck knows no thread that has not been started.
    }

    @Override
    public void shutdown() {
        book.close();
    }

    @Override
    public List<Runnable> shutdownNow() {
        book.close();
        int made = book.made();
        for (int i = 0; i < made; i++) {
            book.threads[i].interrupt();
        }
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return book.closed;
    }

    @Override
    public boolean isTerminated() {
        return book.closed && book.running == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }

    /** Which threads there are. */
    static final class Book implements OneStep {
        private final Thread[] threads = new Thread[64];
        private int made;
        private int running;
        private boolean closed;

        int made() {
            return made;
        }

        void begins() {
            if (closed) {
                throw new RejectedExecutionException();
            }
            running++;
        }

        void began(Thread thread) {
            threads[made++] = thread;
        }

        void ended() {
            running--;
        }

        void close() {
            closed = true;
        }
    }
}
