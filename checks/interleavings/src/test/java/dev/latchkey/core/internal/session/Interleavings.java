package dev.latchkey.core.internal.session;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LoginAttempt;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.call.TimerThread;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Runs scenarios in one order of their threads' steps after another: first those with few changes of the thread, then with
 * more. Fails with a {@code LincheckAssertionError} that shows the first one that broke a rule, and otherwise if there was only
 * one order of some scenario.
 */
final class Interleavings {
    /**
     * Above the iterations of any loop that ends, such as over a map's bins or a digest's bytes: beyond them the checker lets
     * another thread go on, and if that is before the threads begin, it explores one order of steps only.
     */
    private static final int LOOP_ITERATIONS = 40;

    /** A thread that waits is a loop to the checker; after so many iterations in all it counts as stuck. */
    private static final int LOOP_BOUND = 1_000;

    /** They never change, so that no order of steps within them matters. */
    private static final Set<String> UNCHANGING = names(
            Authorization.class,
            Decision.Fail.class,
            Decision.GiveUp.class,
            Decision.Join.class,
            Decision.NextTry.class,
            Decision.Send.class,
            Job.LogInAgain.class,
            Job.LogInWith.class,
            Job.LogOut.class,
            Job.Renew.class,
            Job.Save.class,
            Lifetimes.class,
            LiveTokens.class,
            LiveTokens.Factory.class,
            Outcome.Failed.class,
            Outcome.LoggedOut.class,
            Outcome.LoggedOutElsewhere.class,
            Outcome.NothingNew.class,
            Outcome.Obtained.class,
            SessionFailure.class,
            Snapshot.class,
            Credentials.class,
            LoginAttempt.class,
            SessionKey.class,
            StoredSession.class,
            TokenGrant.class,
            Tokens.class);

    private static final Set<String> ONE_STEP = names(
            Asked.class,
            Growth.class,
            ModelThreads.Book.class,
            ModelTime.class,
            ModelVendor.Book.class,
            Told.class,
            Violations.class);

    private static final Duration HUNG = Duration.ofMinutes(1);

    private Interleavings() {}

    /** The number of interleavings is per scenario; a scenario that has fewer is explored to its end. */
    static void explore(Class<? extends SessionModel> model, int interleavings, List<String> scenarios) {
        ModelCheckingOptions options = new ModelCheckingOptions()
                .iterations(0)
                .invocationsPerIteration(interleavings)
                .minimizeFailedScenario(false)
                .verifier(Explored.class)
                .loopIterationsBeforeThreadSwitch(LOOP_ITERATIONS)
                .loopBound(LOOP_BOUND)
                .addGuarantee(forClasses(isOneOf(UNCHANGING)::test).allMethods().ignore())
                .addGuarantee(forClasses(name -> name.startsWith("org.slf4j.") || name.startsWith("ch.qos.logback."))
                        .allMethods()
                        .ignore())
                // It never changes, and compares byte by byte: to the checker that is a loop. One with more than
                // LOOP_ITERATIONS before the threads begin leaves it one order of steps.
                .addGuarantee(forClasses("okio.ByteString").allMethods().ignore())
                .addGuarantee(forClasses(isOneOf(ONE_STEP)::test).allMethods().treatAsAtomic())
                // Its thread does not exist in the model, so that nothing is ever due.
                .addGuarantee(
                        forClasses(TimerThread.class.getName()).allMethods().ignore())
                .addGuarantee(forClasses(
                                "java.util.concurrent.ConcurrentLinkedQueue",
                                "java.util.concurrent.CopyOnWriteArrayList")
                        .allMethods()
                        .treatAsAtomic())
                .addGuarantee(forClasses("java.util.concurrent.locks.ReentrantLock")
                        .methods("unlock")
                        .treatAsAtomic())
                .addGuarantee(forClasses("java.util.concurrent.CompletableFuture")
                        .methods("complete", "isDone", "thenApply", "handle")
                        .treatAsAtomic());
        // Classes are instrumented while an execution runs, for which a busy machine needs longer than the usual ten
        // seconds.
        options.invocationTimeout$lincheck(HUNG.toMillis());
        List<ExecutionScenario> all =
                scenarios.stream().map(text -> Scenario.of(text, model)).toList();
        all.forEach(options::addCustomScenario);
        Explored.reset();
        options.check(model);
        Explored.requireOthers(all);
    }

    private static Set<String> names(Class<?>... classes) {
        return Stream.of(classes).map(Class::getCanonicalName).collect(Collectors.toUnmodifiableSet());
    }

    /** By its real name: copies with a race are in packages of their own. */
    private static Predicate<String> isOneOf(Set<String> names) {
        return name -> names.contains(name.replaceFirst("\\.seeded\\d\\.", ".session."));
    }
}
