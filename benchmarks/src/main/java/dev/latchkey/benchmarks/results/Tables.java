package dev.latchkey.benchmarks.results;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report for people, in Markdown. */
public final class Tables {
    private static final Map<String, String> SIGNS = Map.of("<=", "≤", "<", "<", ">=", "≥", ">", ">", "==", "=");

    private final Report report;

    private Tables(Report report) {
        this.report = report;
    }

    /**
     * Everything: where it was measured, the targets, and a table of each benchmark with its charts below.
     *
     * @param report what was measured
     * @param charts those that were drawn
     */
    public static String markdown(Report report, List<Chart> charts) {
        Tables tables = new Tables(report);
        StringBuilder page = new StringBuilder(tables.origin());
        page.append(tables.targets());
        for (String benchmark : report.benchmarks()) {
            page.append(tables.benchmark(benchmark));
            charts.stream()
                    .filter(chart -> chart.benchmarks()
                            .get(chart.benchmarks().size() - 1)
                            .equals(benchmark))
                    .forEach(chart -> page.append("\n![")
                            .append(chart.title())
                            .append("](")
                            .append(chart.file())
                            .append(".svg)\n"));
        }
        return page.toString();
    }

    private String origin() {
        Machine machine = report.machine();
        String date = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(report.date());
        return "Measured on " + date + " (" + report.mode() + " run) on " + machine.processor() + ", " + machine.cores()
                + " cores, " + machine.os() + ", " + machine.jdk() + "; load before the first measurement "
                + Texts.number(machine.load()) + ".\n\n" + versions() + "\n";
    }

    private String versions() {
        return report.versions().entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining(", "));
    }

    private String targets() {
        List<Verdict> verdicts = report.verdicts();
        if (verdicts.isEmpty()) {
            return "";
        }
        return "\n### Targets\n\n| Benchmark | What | Target | Measured | |\n|---|---|---:|---:|---|\n"
                + verdicts.stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Verdict verdict) {
        Target target = verdict.target();
        boolean alone = target.subject().equals(Target.ALONE);
        String what = target.metric() + (alone ? "" : " ÷ that of " + Names.of(target.subject()));
        Optional<Figure> unit = report.figures().stream()
                .filter(figure -> figure.benchmark().equals(target.benchmark())
                        && figure.metric().equals(target.metric()))
                .findFirst();
        String suffix = alone ? unit.map(Figure::unit).orElse("") : "";
        Figure measured = new Figure(
                target.benchmark(),
                Target.OURS,
                target.metric(),
                suffix,
                verdict.measured(),
                verdict.low(),
                verdict.high());
        String bound =
                Texts.valueOf(Figure.exact(target.benchmark(), Target.OURS, target.metric(), suffix, target.bound()));
        return "| " + report.title(target.benchmark()) + " | " + what + " | "
                + SIGNS.getOrDefault(target.relation(), target.relation()) + " " + bound + " | " + Texts.of(measured)
                + " | " + (verdict.isHeld() ? verdict.words() : "**" + verdict.words() + "**") + " |\n";
    }

    private String benchmark(String benchmark) {
        List<Figure> figures = report.figures().stream()
                .filter(figure -> figure.benchmark().equals(benchmark))
                .toList();
        List<String> metrics = figures.stream().map(Figure::metric).distinct().toList();
        String head =
                "| |" + metrics.stream().map(metric -> " " + metric + " |").collect(Collectors.joining()) + "\n|---|"
                        + "---:|".repeat(metrics.size()) + "\n";
        String rows = figures.stream()
                .map(Figure::subject)
                .distinct()
                .map(subject -> row(figures, subject, metrics))
                .collect(Collectors.joining());
        return "\n### " + report.title(benchmark) + "\n\n" + head + rows;
    }

    private static String row(List<Figure> figures, String subject, List<String> metrics) {
        String name = Names.of(subject);
        return "| " + (subject.equals(Target.OURS) ? "**" + name + "**" : name) + " |"
                + metrics.stream()
                        .map(metric -> " " + cell(figures, subject, metric) + " |")
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String cell(List<Figure> figures, String subject, String metric) {
        return figures.stream()
                .filter(figure ->
                        figure.subject().equals(subject) && figure.metric().equals(metric))
                .findFirst()
                .map(Texts::of)
                .orElse("");
    }
}
