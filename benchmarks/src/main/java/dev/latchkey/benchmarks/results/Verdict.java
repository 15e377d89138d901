package dev.latchkey.benchmarks.results;

import java.util.List;
import java.util.Optional;

/**
 * What became of a target.
 *
 * @param target what was wanted
 * @param measured our figure, or its ratio to another subject's
 * @param low the least that it may be by the spread of the figures
 * @param high the most; infinite if the other's spread reaches zero
 */
public record Verdict(Target target, double measured, double low, double high) {

    /** Compares figures with a target; empty if one of them was not measured. */
    public static Optional<Verdict> of(Target target, List<Figure> figures) {
        Optional<Figure> ours = find(figures, target, Target.OURS);
        if (target.subject().equals(Target.ALONE)) {
            return ours.map(figure -> new Verdict(target, figure.value(), figure.low(), figure.high()));
        }
        return ours.flatMap(figure -> find(figures, target, target.subject())
                .filter(other -> other.value() > 0)
                .map(other -> new Verdict(
                        target,
                        figure.value() / other.value(),
                        figure.low() / other.high(),
                        figure.high() / other.low())));
    }

    private static Optional<Figure> find(List<Figure> figures, Target target, String subject) {
        return figures.stream()
                .filter(figure -> figure.benchmark().equals(target.benchmark())
                        && figure.metric().equals(target.metric())
                        && figure.subject().equals(subject))
                .findFirst();
    }

    /** Whether the measured value is as it is wanted. */
    public boolean isHeld() {
        return target.holdsFor(measured);
    }

    /** Whether the spread leaves no doubt about it. */
    public boolean isClear() {
        return target.holdsFor(low) == target.holdsFor(high);
    }

    /** In words: held or missed, and whether that is sure. */
    public String words() {
        return (isHeld() ? "held" : "missed") + (isClear() ? "" : ", within the spread");
    }
}
