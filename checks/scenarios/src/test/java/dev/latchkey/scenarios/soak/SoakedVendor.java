package dev.latchkey.scenarios.soak;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.scenarios.Subject;
import dev.latchkey.scenarios.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One vendor's client under load, and its fake that commits faults. */
final class SoakedVendor implements AutoCloseable {
    static final String CALL = "X-Soak-Call";
    static final int THREADS = 16;

    private static final int WRITING_THREADS = 4;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration LONGEST_PAUSE_OF_RENEWALS = Duration.ofSeconds(35);

    private final Subject subject;
    private final TestClient client;
    private final Outcomes reads = new Outcomes();
    private final Outcomes writes = new Outcomes();
    private final Executions executions = new Executions();
    private final JournalReader journal;
    private final AtomicLong calls = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private int renewals;
    private int failedRenewals;
    private volatile boolean stopped;

    SoakedVendor(Subject subject, Duration tokenLifetime) {
        this.subject = subject;
        this.journal = new JournalReader(subject.fake().journal());
        subject.tokensLive(tokenLifetime);
        if (subject.fake() instanceof FakeControlByWeb controlByWeb) {
            controlByWeb.settings().certificateRequestTokenLifetime(Duration.ofSeconds(2)); // The calls list them.
        }
        client = subject.client(options -> options.maxBodyBytes(Mishaps.LONGEST_ANSWER));
    }

    void start() {
        stopped = false;
        for (int n = 0; n < THREADS; n++) {
            boolean mayDoHarm = n < WRITING_THREADS;
            Thread thread = new Thread(() -> work(mayDoHarm), subject + "-" + n);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Ends the load; the client and what was counted stay. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join(TimeUnit.MINUTES.toMillis(2));
            if (thread.isAlive()) {
                throw new AssertionError("a call hangs: " + List.of(thread.getStackTrace()));
            }
        }
        threads.clear();
        subject.fake().journal().awaitIdle(Duration.ofSeconds(30));
        look();
        subject.fake().journal().clear();
    }

    /** To be called every few seconds. */
    void look() {
        for (JournalEntry request : journal.news()) {
            if (isOf(subject.writtenEndpoint(), request)) {
                executions.add(request);
            } else if (isOf(subject.renewal(), request)) {
                renewals++;
                failedRenewals += request.fault() == null ? 0 : 1;
            }
        }
    }

    Subject subject() {
        return subject;
    }

    TestClient client() {
        return client;
    }

    Outcomes reads() {
        return reads;
    }

    Outcomes writes() {
        return writes;
    }

    Executions executions() {
        return executions;
    }

    int renewals() {
        return renewals;
    }

    int failedRenewals() {
        return failedRenewals;
    }

    @Override
    public void close() {
        subject.close();
    }

    private void work(boolean mayDoHarm) {
        ApiCall<?> call = mayDoHarm ? client.write().returningText() : client.read();
        Outcomes outcomes = mayDoHarm ? writes : reads;
        while (!stopped) {
            String number = Long.toString(calls.incrementAndGet());
            try {
                call.header(CALL, number).execute();
                outcomes.succeeded();
            } catch (RuntimeException e) {
                outcomes.failed(e);
                judge(e, number, mayDoHarm, outcomes);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void judge(RuntimeException failure, String number, boolean mayDoHarm, Outcomes outcomes) {
        List<JournalEntry> requests = subject.fake().journal().requests().stream()
                .filter(entry -> number.equals(entry.header(CALL)))
                .toList();
        boolean right = failure instanceof RenewalFailedException
                ? hasRenewalFailedLately()
                : failure instanceof ApiException ours && Mishaps.explain(ours, requests, mayDoHarm);
        if (!right) {
            outcomes.unexplained(subject + ": " + failure + " after " + requests);
        }
    }

    private boolean hasRenewalFailedLately() {
        Instant since = subject.fake().clock().instant().minus(LONGEST_PAUSE_OF_RENEWALS);
        return subject.fake().journal().requests().stream()
                .anyMatch(request -> isForTokens(request)
                        && request.fault() != null
                        && request.at().isAfter(since));
    }

    private boolean isForTokens(JournalEntry request) {
        return isOf(subject.renewal(), request) || isOf(subject.login(), request);
    }

    private static boolean isOf(Subject.Endpoint endpoint, JournalEntry request) {
        return endpoint.method().equals(request.method()) && endpoint.path().equals(request.path());
    }
}
