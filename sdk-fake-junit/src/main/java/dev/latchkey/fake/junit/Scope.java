package dev.latchkey.fake.junit;

import dev.latchkey.fake.FakeServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The fakes that live as long as a context of JUnit: a test, a class, or the run. JUnit closes it after all callbacks of that
 * context, whatever has failed.
 */
// JUnit 5.10 to 5.12 close nothing but a CloseableResource, which later ones deprecate.
@SuppressWarnings("deprecation")
final class Scope implements Store.CloseableResource, AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(Scope.class);

    private final @Nullable Scope outer;
    private final FakesInUse inUse;
    private final Constructions constructions = new Constructions();
    private final List<HeldFake> held = new CopyOnWriteArrayList<>();
    private final List<FakeServer> begun = new CopyOnWriteArrayList<>();
    private final AtomicBoolean printed = new AtomicBoolean();

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
        inUse = outer == null ? new FakesInUse() : outer.inUse;
    }

    static Scope of(ExtensionContext context) {
        Scope outer = context.getParent().map(Scope::of).orElse(null);
        // A key of the context's own, since stores look into those above them. JUnit 5 has no computeIfAbsent.
        return Objects.requireNonNull(context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> new Scope(outer), Scope.class));
    }

    /** The fakes in constructors' parameters that no test has taken yet. */
    Constructions constructions() {
        return constructions;
    }

    /** Takes the fake of a field, unless this scope or one around it has it. */
    void hold(FakeField field) {
        if (!holds(field.value())) {
            hold(field.held());
        }
    }

    /** Takes a fake, unless this scope or one around it has it. */
    void hold(HeldFake fake) {
        if (!holds(fake.fake())) {
            inUse.enter(fake.fake());
            held.add(fake);
        }
    }

    /** Takes the fakes that the instance's constructor was given. */
    void holdConstructed(Object instance) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            scope.constructions.take(instance).forEach(this::hold);
        }
    }

    /** The fake that a parameter has been given already, or null. */
    @Nullable
    HeldFake find(WantedFake wanted) {
        return visible().stream()
                .filter(each -> wanted.equals(each.wanted()))
                .findFirst()
                .orElse(null);
    }

    /** Makes this the one test that uses the fakes, and clears the traces of those that other tests use too. */
    void begin(String test) {
        for (HeldFake each : visible()) {
            FakeServer fake = each.fake();
            if (each.keepsTraces() || isAmong(begun, fake)) {
                continue;
            }
            inUse.begin(each, test);
            begun.add(fake);
            if (!held.contains(each)) {
                fake.clearTraces();
            }
        }
    }

    /** The fakes whose traces are those of this test, or of this and others. */
    List<HeldFake> used() {
        return visible().stream()
                .filter(each -> held.contains(each) || each.keepsTraces() || isAmong(begun, each.fake()))
                .toList();
    }

    /** True once: each test is printed by one extension of several. */
    boolean mayPrint() {
        return printed.compareAndSet(false, true);
    }

    /** Lets go of all fakes; those that no other scope has are closed. */
    @Override
    public void close() {
        begun.forEach(inUse::end);
        held.forEach(each -> inUse.leave(each.fake()));
        constructions.close();
    }

    /** The fakes of this scope and of all around it. */
    private List<HeldFake> visible() {
        List<HeldFake> visible = outer == null ? new ArrayList<>() : outer.visible();
        visible.addAll(held);
        return visible;
    }

    private boolean holds(@Nullable Object fake) {
        return visible().stream().anyMatch(each -> each.fake() == fake);
    }

    private static boolean isAmong(List<FakeServer> fakes, FakeServer wanted) {
        return fakes.stream().anyMatch(fake -> fake == wanted);
    }
}
