package dev.latchkey.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DrawingTest {
    @Test
    void barsAreNamedAndSayTheirValues() throws Exception {
        Chart chart = Chart.bars("get", "One GET", "get", "time");

        assertThat(textsOf(Drawing.svg(chart, Samples.report().figures())))
                .contains("One GET", "Latchkey", "by hand", "61 µs", "60 µs", "time, µs");
    }

    @Test
    void valuesFarApartAreDrawnLogarithmicallyAndTheScaleIsTextToo() throws Exception {
        List<Figure> figures = List.of(
                Figure.exact("token", "latchkey", "time", "ns", 20),
                Figure.exact("token", "msal", "time", "ns", 200_000));

        assertThat(textsOf(Drawing.svg(Chart.bars("token", "Token", "token", "time"), figures)))
                .contains("time, ns (logarithmic)", "100", "200 µs");
    }

    @Test
    void linesHaveAPlaceForEachBenchmark() throws Exception {
        Chart chart = Chart.lines("calls", "Calls", List.of("threads/1", "threads/8"), "calls", "threads");

        assertThat(textsOf(Drawing.svg(chart, Samples.report().figures())))
                .contains("Calls", "1", "8", "threads", "calls/s", "Latchkey");
    }

    @Test
    void thereIsABackgroundForPagesOfAnyColour() {
        String svg = Drawing.svg(
                Chart.bars("get", "One GET", "get", "time"), Samples.report().figures());

        assertThat(svg).contains("<rect x='0.0' y='0.0' width='720.0'").contains("fill:rgb(255,255,255)");
    }

    @Test
    void withoutFiguresThereIsNoPicture() {
        Chart chart = Chart.bars("decode", "Decode", "decode", "time");

        assertThat(Drawing.svg(chart, Samples.report().figures())).isEmpty();
    }

    private static List<String> textsOf(String svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        NodeList texts = document.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(index -> texts.item(index).getTextContent())
                .toList();
    }
}
