package dev.latchkey.fake.junit;

import dev.latchkey.fake.FakeServer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/** The fakes in the parameters of constructors, until a test takes them with its instance. Safe for concurrent use. */
final class Constructions {
    private final ReentrantLock lock = new ReentrantLock();
    private final IdentityHashMap<Object, HeldFake> made = new IdentityHashMap<>();
    private final IdentityHashMap<Object, List<HeldFake>> built = new IdentityHashMap<>();

    /** A fake that a constructor is about to be given. */
    void made(HeldFake fake) {
        lock.lock();
        try {
            made.put(fake.fake(), fake);
        } finally {
            lock.unlock();
        }
    }

    /** The constructor with these arguments has returned. */
    void built(Object instance, List<Object> arguments) {
        List<HeldFake> fakes = given(arguments);
        lock.lock();
        try {
            if (!fakes.isEmpty()) {
                built.put(instance, fakes);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The constructor with these arguments has thrown something. */
    void failed(List<Object> arguments) {
        given(arguments).forEach(each -> each.fake().close());
    }

    /** The fakes that this instance was built with; the caller closes them. */
    List<HeldFake> take(Object instance) {
        lock.lock();
        try {
            return Objects.requireNonNullElse(built.remove(instance), List.of());
        } finally {
            lock.unlock();
        }
    }

    /** Closes what nobody has taken. */
    void close() {
        List<FakeServer> left = new ArrayList<>();
        lock.lock();
        try {
            made.values().forEach(each -> left.add(each.fake()));
            built.values().forEach(fakes -> fakes.forEach(each -> left.add(each.fake())));
            made.clear();
            built.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(FakeServer::close);
    }

    private List<HeldFake> given(List<Object> arguments) {
        List<HeldFake> taken = new ArrayList<>();
        lock.lock();
        try {
            for (Object argument : arguments) {
                HeldFake fake = made.remove(argument);
                if (fake != null) {
                    taken.add(fake);
                }
            }
        } finally {
            lock.unlock();
        }
        return taken;
    }
}
