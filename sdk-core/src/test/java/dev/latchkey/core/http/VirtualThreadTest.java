package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.CallInterruptedException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JDK closes the socket of a virtual thread that is interrupted. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadTest extends HttpTest {

    @ParameterizedTest
    @EnumSource
    void anInterruptIsOneForEveryKindOfRequest(Repeat repeat) throws Throwable {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        HttpApi http = http();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread caller = virtual(() -> {
            try {
                http.post("/x").repeat(repeat).returningText().execute();
            } catch (Throwable e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        taken();

        caller.interrupt();
        caller.join(10_000);

        assertThat(thrown.get()).isExactlyInstanceOf(CallInterruptedException.class);
        assertThat(flag.get()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static Thread virtual(Runnable task) throws Throwable {
        return (Thread) MethodHandles.publicLookup()
                .findStatic(Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class))
                .invoke(task);
    }
}
