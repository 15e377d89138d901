package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.internal.session.Job.LogIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration NOTHING = Duration.ofNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final ManualThreads tasks = new ManualThreads();
    private final List<Job> done = new CopyOnWriteArrayList<>();
    private final Job logout = new Job.LogOut(Snapshot.initial(), Optional.empty());
    private final LogIn login = new Job.LogInAgain();
    private final Job renewal = Job.Renew.forCaller(RenewalReason.EXPIRED, null);
    private Snapshot state = Snapshot.initial();

    private Mailbox mailbox(Duration longest) {
        Mailbox[] made = new Mailbox[1];
        Consumer<Work> worker = work -> {
            done.add(work.job());
            Work next = locked(() -> made[0].next(work));
            work.settle(new Outcome.NothingNew(), () -> {});
            if (next != null) {
                made[0].start(next);
            }
        };
        made[0] = new Mailbox(lock, tasks.ofSession(), longest, () -> state, worker, MailboxTest::passing);
        return made[0];
    }

    private static Outcome passing(Work work, Throwable why) {
        return Outcome.of(SessionFailure.passing(why));
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private Work post(Mailbox mailbox, Job job) {
        return locked(() -> mailbox.post(job));
    }

    @Test
    void jobsAreDoneOneAfterTheOtherAndNoneKeepsAThreadWhileItWaits() {
        Mailbox mailbox = mailbox(LONG);
        post(mailbox, logout);
        Work second = post(mailbox, login);
        post(mailbox, logout);
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.runNext();
        assertThat(done).containsExactly(logout);
        assertThat(tasks.waiting()).isEqualTo(1);
        assertThat(second.settled()).isNotDone();
        tasks.runAll();
        assertThat(done).containsExactly(logout, login, logout);
        assertThat(second.settled()).isDone();
        assertThat(locked(mailbox::isFree)).isTrue();
    }

    @Test
    void eachBeginsFromTheStateThatTheOneBeforeHasLeft() {
        Mailbox mailbox = mailbox(LONG);
        Work first = post(mailbox, logout);
        Work second = post(mailbox, login);
        state = state.ended(SessionState.LOGGED_OUT, 7, SessionFailure.LOGGED_OUT);
        tasks.runAll();
        assertThat(first.generation()).isZero();
        assertThat(second.generation()).isEqualTo(7);
    }

    @Test
    void aLogoutThatHangsIsLeftBehindAfterAWhile() {
        Mailbox mailbox = mailbox(NOTHING);
        Work hanging = post(mailbox, logout);
        post(mailbox, login);
        await().until(() -> tasks.waiting() == 2);
        Runnable late = tasks.takeNext();
        tasks.runAll();
        assertThat(done).containsExactly(login);
        assertThat(hanging.isSettled()).isTrue();

        Work next = post(mailbox, renewal);
        late.run();
        assertThat(locked(mailbox::underway))
                .as("a late end ends no other work")
                .isSameAs(next);
    }

    @Test
    void aLoginWithOtherCredentialsGoesWithoutASlowRenewalAndOneWithTheClientsOwnWaits() {
        Mailbox patient = mailbox(LONG);
        post(patient, renewal);
        Work own = post(patient, login);
        ManualThreads others = new ManualThreads();
        Mailbox hurried = new Mailbox(
                lock, others.ofSession(), LONG, () -> state, work -> done.add(work.job()), MailboxTest::passing);
        Work left = post(hurried, renewal);
        Job other = new Job.LogInWith(new Credentials("joan", "LEAK7Q4Z"));
        post(hurried, other);
        await().until(() -> others.waiting() == 2);
        others.takeNext();
        others.runAll();
        assertThat(done).containsExactly(other);
        assertThat(left.isSettled()).isTrue();
        assertThat(own.settled()).isNotDone();
        assertThat(tasks.waiting()).isEqualTo(1);
    }

    @Test
    void aLogoutEndsTheLoginsThatWaitAndNothingElse() {
        Mailbox mailbox = mailbox(LONG);
        post(mailbox, renewal);
        Work first = post(mailbox, login);
        post(mailbox, logout);
        Work second = post(mailbox, login);
        assertThat(locked(mailbox::takeLogins)).containsExactly(first, second);
        tasks.runAll();
        assertThat(done).containsExactly(renewal, logout);
    }

    @Test
    void aJobWithoutAThreadFailsAndSoDoesWhatWaitedForIt() {
        Mailbox mailbox = mailbox(LONG);
        post(mailbox, logout);
        Work waiting = post(mailbox, login);
        tasks.shutdown();
        tasks.runNext();
        assertThat(waiting.settled()).isDone();
        assertThat(waiting.result().failure()).isNotNull();
        Work another = post(mailbox, login);
        assertThat(another.settled()).isDone();
        assertThat(another.result().failure()).isNotNull();
        assertThat(done).containsExactly(logout);
        assertThat(locked(mailbox::isFree)).isTrue();
    }

    @Test
    void aLogoutThatWaitsCanBeToldToWaitNoLonger() {
        Mailbox mailbox = mailbox(LONG);
        assertThat(mailbox.goOnToLogout()).isFalse();
        Work slow = post(mailbox, renewal);
        assertThat(mailbox.goOnToLogout()).isFalse();
        Work ending = post(mailbox, logout);
        assertThat(mailbox.goOnToLogout()).isTrue();
        assertThat(locked(mailbox::underway)).isSameAs(ending);
        assertThat(mailbox.goOnToLogout()).as("it is underway").isTrue();
        tasks.takeNext();
        tasks.runAll();
        assertThat(done).containsExactly(logout);
        assertThat(slow.settledOrLeft()).isDone();
    }

    @Test
    void whatWaitsFailsOnceTheThreadsHaveEnded() {
        Mailbox mailbox = mailbox(LONG);
        post(mailbox, renewal);
        Work waiting = post(mailbox, login);
        mailbox.end();
        assertThat(waiting.result().failure()).isEqualTo(SessionFailure.CLIENT_CLOSED);
        assertThat(waiting.settled()).isDone();
    }
}
