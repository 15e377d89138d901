package dev.latchkey.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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

    private JsonObject written() throws Exception {
        return JsonParser.parseString(ReportJson.of(Samples.report(target))).getAsJsonObject();
    }
}
