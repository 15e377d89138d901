package dev.latchkey.benchmarks.results;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.RangeType;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/** Draws charts as SVG: text stays text, and a background of their own makes them readable on light and dark pages. */
public final class Drawing {
    private static final int WIDTH = 720;
    private static final int BAR = 34;
    private static final int AROUND_BARS = 90;
    private static final int HEIGHT_OF_LINES = 320;
    private static final double WIDE = 50;
    private static final double ROOM_FOR_LABELS = 0.25;

    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x24, 0x29, 0x2f);
    private static final Color GRID = new Color(0xd8, 0xde, 0xe4);
    private static final Color OURS = new Color(0x0b, 0x6e, 0x4f);
    private static final Map<String, Color> OTHERS = Map.of(
            "raw", new Color(0x57, 0x60, 0x6a),
            "retrofit", new Color(0xb3, 0x5c, 0x00));
    private static final Color OTHER = new Color(0x9a, 0xa4, 0xaf);

    static {
        TextUtils.setUseDrawRotatedStringWorkaround(false); // or turned text would be outlines
    }

    private final Chart chart;
    private final List<Figure> figures;

    private Drawing(Chart chart, List<Figure> figures) {
        this.chart = chart;
        this.figures = figures;
    }

    /**
     * Draws a chart of those figures that it is about.
     *
     * @return an SVG document; empty if there are no such figures
     */
    public static String svg(Chart chart, List<Figure> all) {
        List<Figure> figures = chart.benchmarks().stream()
                .flatMap(benchmark -> all.stream()
                        .filter(figure -> figure.benchmark().equals(benchmark)
                                && figure.metric().equals(chart.metric())))
                .toList();
        return figures.isEmpty() ? "" : new Drawing(chart, figures).svg();
    }

    private String svg() {
        boolean isBars = chart.benchmarks().size() == 1;
        int height = isBars ? AROUND_BARS + BAR * figures.size() : HEIGHT_OF_LINES;
        SVGGraphics2D canvas = new SVGGraphics2D(WIDTH, height);
        canvas.setDefsKeyPrefix(chart.file());
        sober(isBars ? bars() : lines()).draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, height));
        return canvas.getSVGElement(chart.file()) + "\n";
    }

    private JFreeChart bars() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        figures.forEach(figure -> data.addValue(shown(figure), chart.metric(), Names.of(figure.subject())));
        JFreeChart drawn = ChartFactory.createBarChart(
                chart.title(), null, unit(), data, PlotOrientation.HORIZONTAL, false, false, false);
        CategoryPlot plot = drawn.getCategoryPlot();
        Bars renderer = new Bars(figures);
        if (isWide()) {
            renderer.setBase(smallest() / 3);
            plot.setRangeAxis(logarithmic());
            plot.setRangeGridlinesVisible(false);
        } else {
            plot.getRangeAxis().setUpperMargin(ROOM_FOR_LABELS);
        }
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRenderer(renderer);
        return drawn;
    }

    private JFreeChart lines() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Figure figure : figures) {
            String place = figure.benchmark().substring(figure.benchmark().lastIndexOf('/') + 1);
            data.addValue(shown(figure), Names.of(figure.subject()), place);
        }
        JFreeChart drawn = ChartFactory.createLineChart(
                chart.title(), chart.axis(), unit(), data, PlotOrientation.VERTICAL, true, false, false);
        LineAndShapeRenderer renderer = new LineAndShapeRenderer(true, true);
        for (int row = 0; row < data.getRowCount(); row++) {
            renderer.setSeriesPaint(row, colorOfName(String.valueOf(data.getRowKey(row))));
            renderer.setSeriesStroke(row, new BasicStroke(2));
        }
        drawn.getCategoryPlot().setRenderer(renderer);
        if (drawn.getCategoryPlot().getRangeAxis() instanceof NumberAxis axis) {
            axis.setAutoRangeIncludesZero(true);
            axis.setRangeType(RangeType.POSITIVE);
        }
        return drawn;
    }

    /** In the unit of the largest, or of the smallest where they are far apart. */
    private Texts.Scale scale() {
        Comparator<Figure> bySize = Comparator.comparingDouble(Figure::value);
        return Texts.Scale.of(isWide() ? Collections.min(figures, bySize) : Collections.max(figures, bySize));
    }

    private double shown(Figure figure) {
        return figure.value() / scale().size();
    }

    private String unit() {
        String suffix = scale().suffix().strip();
        String unit = suffix.startsWith(chart.metric()) ? suffix : chart.metric() + ", " + suffix;
        return unit + (isWide() ? " (logarithmic)" : "");
    }

    private boolean isWide() {
        double least = figures.stream().mapToDouble(Figure::value).min().orElse(0);
        double most = figures.stream().mapToDouble(Figure::value).max().orElse(0);
        return chart.benchmarks().size() == 1 && least > 0 && most / least > WIDE;
    }

    private double smallest() {
        return figures.stream().mapToDouble(this::shown).min().orElse(0);
    }

    private ValueAxis logarithmic() {
        LogarithmicAxis axis = new LogarithmicAxis(unit());
        axis.setStrictValuesFlag(false);
        double largest = figures.stream().mapToDouble(this::shown).max().orElse(1);
        axis.setRange(smallest() / 3, largest * 10);
        return axis;
    }

    private static Color color(String subject) {
        return subject.equals(Target.OURS) ? OURS : OTHERS.getOrDefault(subject, OTHER);
    }

    private Color colorOfName(String name) {
        return figures.stream()
                .map(Figure::subject)
                .filter(subject -> Names.of(subject).equals(name))
                .findFirst()
                .map(Drawing::color)
                .orElse(OTHER);
    }

    private static JFreeChart sober(JFreeChart chart) {
        Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        chart.setBackgroundPaint(PAPER);
        chart.setPadding(new RectangleInsets(8, 8, 8, 16));
        chart.getTitle().setFont(text.deriveFont(Font.BOLD, 15));
        chart.getTitle().setPaint(INK);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(PAPER);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.getDomainAxis().setTickLabelFont(text);
        plot.getDomainAxis().setLabelFont(text);
        plot.getDomainAxis().setTickLabelPaint(INK);
        plot.getDomainAxis().setLabelPaint(INK);
        plot.getDomainAxis().setAxisLineVisible(false);
        plot.getRangeAxis().setTickLabelFont(text);
        plot.getRangeAxis().setLabelFont(text);
        plot.getRangeAxis().setTickLabelPaint(INK);
        plot.getRangeAxis().setLabelPaint(INK);
        plot.getRangeAxis().setAxisLineVisible(false);
        if (chart.getLegend() != null) {
            chart.getLegend().setItemFont(text);
            chart.getLegend().setItemPaint(INK);
            chart.getLegend().setBackgroundPaint(PAPER);
            chart.getLegend().setFrame(BlockBorder.NONE);
        }
        return chart;
    }

    /** Plain bars of the subjects' colours, each with its value. */
    private static final class Bars extends BarRenderer {
        private static final long serialVersionUID = 1L;

        private final transient List<Figure> figures;

        Bars(List<Figure> figures) {
            this.figures = figures;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setDrawBarOutline(false);
            setDefaultItemLabelGenerator(new Values(figures));
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            setDefaultItemLabelPaint(INK);
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return color(figures.get(column).subject());
        }
    }

    private record Values(List<Figure> figures) implements CategoryItemLabelGenerator {
        @Override
        public String generateRowLabel(CategoryDataset data, int row) {
            return "";
        }

        @Override
        public String generateColumnLabel(CategoryDataset data, int column) {
            return "";
        }

        @Override
        public String generateLabel(CategoryDataset data, int row, int column) {
            return Texts.valueOf(figures.get(column));
        }
    }
}
