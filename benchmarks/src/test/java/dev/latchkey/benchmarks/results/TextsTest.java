package dev.latchkey.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "ns, 21.44, 21.4 ns",
        "ns, 1444, 1.44 µs",
        "ns, 61000, 61 µs",
        "ns, 2500000, 2.50 ms",
        "ns, 3e9, 3 s",
        "B, 13638.4, '13,638 B'",
        "B, 0.0012, 0.0012 B",
        "B, 0, 0 B",
        "requests, 1, 1 requests",
        "'', 1.049, 1.05"
    })
    void aValueHasThreeDigitsAndAUnitThatSuitsIt(String unit, double value, String text) {
        assertThat(Texts.of(Figure.exact("a", "b", "c", unit, value))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"20, 19, 22, 20 ns (19–22)", "20, 20, 20, 20 ns", "20000, 19990, 20001, 20 µs"})
    void aSpreadIsShownInTheUnitOfItsValue(double value, double low, double high, String text) {
        assertThat(Texts.of(new Figure("a", "b", "c", "ns", value, low, high))).isEqualTo(text);
    }
}
