package dev.latchkey.core.internal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/** What happens before, and what at the same time: {@code "start expire: call | login logout"}. */
final class Scenario {
    private static final List<String> BEFORE = List.of(
            "start", "start expire", "start revoke", "start age", "startLoggedOut", "start failStore expire", "");
    private static final List<String> BEFORE_BOTH = List.of("start", "start expire", "start revoke", "start age");
    private static final List<String> ACTS =
            List.of("call", "call", "renew", "login", "loginAsJoan", "logout", "close");
    private static final List<String> ACTS_OF_BOTH = Stream.concat(
                    ACTS.stream(), Stream.of("otherCall", "otherCall", "otherLogin", "otherLogout"))
            .toList();

    private Scenario() {}

    static ExecutionScenario of(String text, Class<? extends SessionModel> model) {
        int colon = text.indexOf(':');
        List<List<Actor>> threads = Arrays.stream(text.substring(colon + 1).split("\\|", -1))
                .map(thread -> actors(thread, model))
                .toList();
        List<Actor> before = actors(text.substring(0, colon), model);
        return new ExecutionScenario(before, threads, actors("outcomes", model), null);
    }

    /** Two or three threads with one or two acts each. */
    static String random(Random random) {
        boolean both = random.nextBoolean();
        List<String> acts = both ? ACTS_OF_BOTH : ACTS;
        List<String> threads = new ArrayList<>();
        for (int left = 2 + random.nextInt(2); left > 0; left--) {
            String act = any(acts, random);
            threads.add(random.nextInt(3) > 0 ? act : act + " " + any(acts, random));
        }
        return any(both ? BEFORE_BOTH : BEFORE, random) + ": " + String.join(" | ", threads);
    }

    private static String any(List<String> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static List<Actor> actors(String acts, Class<? extends SessionModel> model) {
        return Arrays.stream(acts.trim().split(" +", -1))
                .filter(act -> !act.isEmpty())
                .map(act -> actor(act, model))
                .toList();
    }

    private static Actor actor(String act, Class<? extends SessionModel> model) {
        try {
            return new Actor(model.getMethod("act", String.class), List.of(act));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
