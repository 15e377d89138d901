package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.LogoutResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlightQueueTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final Flight logout = Flight.logout();
    private final Flight login = Flight.login(null);

    @Test
    void aLoginWhoseThreadIsFasterStillWaitsForTheLogoutBeforeIt() throws Exception {
        FlightQueue queue = new FlightQueue(tasks::add, LONG);
        addBoth(queue);

        Thread faster = new Thread(tasks.get(1));
        faster.start();
        await().until(() -> faster.getState() == Thread.State.TIMED_WAITING);
        assertThat(order).isEmpty();

        tasks.get(0).run();
        faster.join(TimeUnit.NANOSECONDS.toMillis(LONG));
        assertThat(order).containsExactly("logout", "login");
        assertThat(login.settled()).isDone();
    }

    @Test
    void aLogoutThatHangsIsLeftBehindAfterAWhile() {
        FlightQueue queue = new FlightQueue(tasks::add, 1);
        addBoth(queue);

        tasks.get(1).run();

        assertThat(order).containsExactly("login");
    }

    @Test
    void aFlightWithoutAThreadFails() {
        FlightQueue queue = new FlightQueue(
                task -> {
                    throw new RejectedExecutionException();
                },
                LONG);
        queue.add(login, (next, left) -> null, () -> false, flown -> order.add("login"));
        assertThat(login.trouble()).isNotNull();
        assertThat(login.settled()).isDone();
        assertThat(order).isEmpty();
    }

    private void addBoth(FlightQueue queue) {
        queue.add(logout, (next, left) -> null, () -> false, flown -> {
            order.add("logout");
            flown.loggedOut(LogoutResult.SERVER, () -> {});
        });
        queue.add(login, (next, left) -> null, () -> false, flown -> {
            order.add("login");
            flown.succeed(null);
        });
    }
}
