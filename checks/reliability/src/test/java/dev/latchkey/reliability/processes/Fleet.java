package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Several children that share one session. */
final class Fleet {
    private static final int SIZE = 8;

    private final List<ChildJvm> members = new ArrayList<>();

    private Fleet() {}

    /** All have begun to call, and each has succeeded once. */
    static Fleet underway(Children children, ChildSettings settings) throws InterruptedException {
        Fleet fleet = new Fleet();
        for (int n = 0; n < SIZE; n++) {
            fleet.members.add(children.start(settings));
        }
        for (ChildJvm member : fleet.members) {
            member.await(Event.READY);
        }
        fleet.tellAll(Command.GO);
        for (ChildJvm member : fleet.members) {
            member.await(Event.FIRST_SUCCESS);
        }
        return fleet;
    }

    int size() {
        return members.size();
    }

    ChildJvm member(int number) {
        return members.get(number);
    }

    List<String> tellAll(Command command) throws InterruptedException {
        return answers(command, askAll(command));
    }

    /** Lets them call for so long; the first failure of any of them ends it. */
    void runFor(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        for (ChildJvm member : members) {
            Predicate<ChildJvm> failed =
                    child -> child.said().count(Event.FAILED) + child.said().count(Event.LOST) > 0;
            boolean any = member.said()
                    .await(() -> members.stream().anyMatch(failed), Duration.ofNanos(end - System.nanoTime()));
            assertThat(any).as(() -> "a failed call: " + members).isFalse();
        }
    }

    /** Waits until one is in the exclusive section and stays there. */
    ChildJvm holder() {
        await().atMost(Length.SOON)
                .until(() -> members.stream().filter(ChildJvm::isInSection).count() == 1);
        return members.stream().filter(ChildJvm::isInSection).findFirst().orElseThrow();
    }

    /** Kills one, and measures how long it takes until each of the others has had an answer again. */
    Duration kill(ChildJvm victim) throws InterruptedException {
        victim.kill();
        long killed = System.nanoTime();
        members.remove(victim);
        tellAll(Command.NEXT_SUCCESS);
        return Duration.ofNanos(System.nanoTime() - killed);
    }

    /** How many have told of this event. */
    long membersWith(Event event) {
        return members.stream().filter(member -> member.said().count(event) > 0).count();
    }

    int count(Event event) {
        return members.stream().mapToInt(member -> member.said().count(event)).sum();
    }

    /** The classes of all failures of calls. */
    Set<String> failures() {
        return members.stream()
                .flatMap(member -> member.said().failures().stream())
                .collect(Collectors.toSet());
    }

    /** Ends all in an orderly way. */
    Tally stop() throws InterruptedException {
        return tellAll(Command.STOP).stream().map(Tally::parse).reduce(Tally.NONE, Tally::plus);
    }

    private Map<ChildJvm, CompletableFuture<String>> askAll(Command command) {
        Map<ChildJvm, CompletableFuture<String>> answers = new LinkedHashMap<>();
        members.forEach(member -> answers.put(member, member.ask(command)));
        return answers;
    }

    private static List<String> answers(Command command, Map<ChildJvm, CompletableFuture<String>> asked)
            throws InterruptedException {
        List<String> answers = new ArrayList<>();
        for (Map.Entry<ChildJvm, CompletableFuture<String>> answer : asked.entrySet()) {
            answers.add(answer.getKey().answer(answer.getValue(), command));
        }
        return answers;
    }
}
