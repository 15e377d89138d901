package dev.latchkey.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
    private final Target target = Target.ratio("get", "time", "raw", "<=", 1.05);

    @Test
    void everyFigureIsThereWithItsSpread() throws Exception {
        JsonObject figure = written().getAsJsonArray("figures").get(2).getAsJsonObject();

        assertThat(figure)
                .hasToString("{\"benchmark\":\"get\",\"subject\":\"latchkey\",\"metric\":\"time\",\"unit\":\"ns\","
                        + "\"value\":61000.0,\"low\":60000.0,\"high\":62000.0}");
    }

    @Test
    void soAreTheMachineTheLibrariesAndTheTargets() throws Exception {
        JsonObject report = written();

        assertThat(report.getAsJsonObject("machine").get("cores").getAsInt()).isEqualTo(2);
        assertThat(report.getAsJsonObject("versions").get("moshi").getAsString())
                .isEqualTo("1.15.2");
        assertThat(report.get("date").getAsString()).isEqualTo("2026-11-25T18:00:00Z");
        JsonObject verdict = report.getAsJsonArray("targets").get(0).getAsJsonObject();
        assertThat(verdict.get("bound").getAsDouble()).isEqualTo(1.05);
        assertThat(verdict.get("held").getAsBoolean()).isTrue();
    }

    @Test
    void aRatioWithoutAnUpperEndIsWrittenAsNull() throws Exception {
        Report report = new Report(
                "full",
                Instant.EPOCH,
                new Machine("Sample CPU", 2, "Linux 6", "OpenJDK 17", 0.5),
                Map.of(),
                Map.of(),
                List.of(Samples.OURS, new Figure("get", "raw", "time", "ns", 60_000, 0, 200_000)),
                List.of(target));

        assertThat(ReportJson.of(report)).contains("\"bound\": 1.05").contains("\"low\": 0.3,");
        assertThat(JsonParser.parseString(ReportJson.of(report))
                        .getAsJsonObject()
                        .getAsJsonArray("targets")
                        .get(0)
                        .getAsJsonObject()
                        .has("high"))
                .isFalse();
        assertThat(Tables.markdown(report, List.of())).contains("1.02 (0.30–∞)");
    }

    private JsonObject written() throws Exception {
        return JsonParser.parseString(ReportJson.of(Samples.report(target))).getAsJsonObject();
    }
}
