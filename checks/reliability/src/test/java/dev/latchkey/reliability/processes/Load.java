package dev.latchkey.reliability.processes;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.SessionExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** What a child does all the time, on several threads. */
final class Load {
    /** Eight children are to share two cores with the server, and their calls to meet live tokens. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ControlByWebClient client;
    private final ChildSettings settings;
    private final Voice voice;
    private final ApiCall<?> call;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Awaited> awaited = new ConcurrentLinkedQueue<>();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean stopped;

    Load(ControlByWebClient client, ChildSettings settings, Voice voice) {
        this.client = client;
        this.settings = settings;
        this.voice = voice;
        this.call = client.certificateRequestTokens(Account.NUMBER).list();
    }

    void start() {
        for (int n = 0; n < settings.threads(); n++) {
            Thread thread = new Thread(this::work, "load-" + n);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    long calls() {
        return calls.get();
    }

    long failures() {
        return failures.get();
    }

    /** Runs the action when a call has succeeded that begins after this. */
    void onNextSuccess(Runnable action) {
        awaited.add(new Awaited(System.nanoTime(), action));
    }

    private void work() {
        try {
            while (!stopped) {
                once();
            }
        } catch (SessionExpiredException e) {
            voice.event(Event.LOST, e);
        }
    }

    private void once() {
        try {
            if (settings.work() == ChildSettings.Work.RENEWALS) {
                client.session().renew().execute();
            }
            long began = System.nanoTime();
            call.execute();
            succeeded(began);
        } catch (SessionExpiredException e) {
            throw e;
        } catch (ApiException e) {
            failures.incrementAndGet();
            voice.event(Event.FAILED, e);
        }
        if (settings.work() == ChildSettings.Work.CALLS) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void succeeded(long began) {
        if (calls.getAndIncrement() == 0) {
            voice.event(Event.FIRST_SUCCESS);
        }
        awaited.removeIf(waiting -> {
            boolean answered = began - waiting.since >= 0;
            if (answered) {
                waiting.action.run();
            }
            return answered;
        });
    }

    private record Awaited(long since, Runnable action) {}
}
