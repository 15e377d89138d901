package dev.latchkey.benchmarks;

import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Drawing;
import dev.latchkey.benchmarks.results.Page;
import dev.latchkey.benchmarks.results.Report;
import dev.latchkey.benchmarks.results.ReportJson;
import dev.latchkey.benchmarks.results.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder that a report is written to: {@code results.json}, {@code README.md} and a picture of each chart. */
final class Output {
    private final Path folder;

    Output(Path folder) {
        this.folder = folder;
    }

    void write(Report report, List<Chart> charts) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.json"), ReportJson.of(report));
        List<Chart> drawn = new ArrayList<>();
        for (Chart chart : charts) {
            String svg = Drawing.svg(chart, report.figures());
            if (!svg.isEmpty()) {
                Files.writeString(folder.resolve(chart.file() + ".svg"), svg);
                drawn.add(chart);
            }
        }
        Path page = folder.resolve("README.md");
        String before = Files.exists(page) ? Files.readString(page) : "";
        Files.writeString(page, Page.with(before, Tables.markdown(report, drawn)));
    }
}
