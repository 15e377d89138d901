package dev.latchkey.benchmarks.results;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import okio.Buffer;

/** A report for machines: {@code results.json}. */
public final class ReportJson {
    private ReportJson() {}

    /** The whole document. */
    public static String of(Report report) throws IOException {
        Buffer document = new Buffer();
        JsonWriter json = JsonWriter.of(document);
        json.setIndent("  ");
        json.beginObject();
        json.name("date").value(report.date().toString());
        json.name("mode").value(report.mode());
        write(json, report.machine());
        json.name("versions").beginObject();
        for (Map.Entry<String, String> version : report.versions().entrySet()) {
            json.name(version.getKey()).value(version.getValue());
        }
        json.endObject();
        json.name("figures").beginArray();
        for (Figure figure : report.figures()) {
            write(json, figure);
        }
        json.endArray();
        json.name("targets").beginArray();
        for (Verdict verdict : report.verdicts()) {
            write(json, verdict);
        }
        json.endArray();
        json.endObject();
        return document.writeUtf8("\n").readUtf8();
    }

    private static void write(JsonWriter json, Machine machine) throws IOException {
        json.name("machine").beginObject();
        json.name("processor").value(machine.processor());
        json.name("cores").value(machine.cores());
        json.name("os").value(machine.os());
        json.name("jdk").value(machine.jdk());
        json.name("load").value(machine.load());
        json.endObject();
    }

    private static void write(JsonWriter json, Figure figure) throws IOException {
        json.beginObject();
        json.name("benchmark").value(figure.benchmark());
        json.name("subject").value(figure.subject());
        json.name("metric").value(figure.metric());
        json.name("unit").value(figure.unit());
        json.name("value").value(figure.value());
        json.name("low").value(figure.low());
        json.name("high").value(figure.high());
        json.endObject();
    }

    private static void write(JsonWriter json, Verdict verdict) throws IOException {
        Target target = verdict.target();
        json.beginObject();
        json.name("benchmark").value(target.benchmark());
        json.name("metric").value(target.metric());
        json.name("subject").value(target.subject());
        json.name("relation").value(target.relation());
        json.name("bound").value(target.bound());
        json.name("measured").value(verdict.measured());
        json.name("low").value(verdict.low());
        json.name("high").value(Double.isInfinite(verdict.high()) ? null : (Double) verdict.high());
        json.name("held").value(verdict.isHeld());
        json.endObject();
    }
}
