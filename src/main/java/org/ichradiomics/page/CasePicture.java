package org.ichradiomics.page;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.ichradiomics.figure.Anchor;
import org.ichradiomics.figure.Area;
import org.ichradiomics.figure.Colour;
import org.ichradiomics.figure.Font;
import org.ichradiomics.figure.ImageCanvas;
import org.ichradiomics.figure.Png;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.text.InvalidInputException;

/** The montage of a case, and below it a strip of its numbers. */
final class CasePicture {

    /** Enough for the numbers where a haematoma lies in one slice. */
    private static final int LEAST_WIDTH = 600;

    private static final int EDGE = 10;
    private static final int DPI = 150;
    private static final Font NAME = new Font(15, true);
    private static final Font NUMBERS = new Font(13, false);
    private static final Font SMALL = new Font(10.5, false);
    private static final int MOST_LINES = 4;

    private record Line(String text, Font font) {

        double height() {
            return 1.35 * font.size();
        }
    }

    private CasePicture() {}

    static byte[] of(CaseReport report) throws InvalidInputException {
        BufferedImage montage = report.montage().image();
        int width = Math.max(LEAST_WIDTH, montage.getWidth());
        List<Line> lines = lines(report, width - 2 * EDGE);
        double strip = lines.stream().mapToDouble(Line::height).sum() + 2 * EDGE;
        int height = montage.getHeight() + (int) Math.ceil(strip);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(montage, (width - montage.getWidth()) / 2, 0, null);
        graphics.dispose();
        try (ImageCanvas canvas = ImageCanvas.on(image, 1)) {
            canvas.rectangle(new Area(0, montage.getHeight(), width, height), Colour.WHITE, 1, null);
            double y = montage.getHeight() + EDGE;
            for (Line line : lines) {
                y += line.height();
                double foot = y - 0.3 * line.font.size();
                canvas.text(EDGE, foot, line.text, line.font, Anchor.START, Colour.BLACK, false);
            }
        }
        return Png.bytes(image, DPI);
    }

    private static List<Line> lines(CaseReport report, double width) {
        List<Line> lines = new ArrayList<>();
        add(lines, report.name(), NAME, width);
        String growth = report.growth()
                .map(two -> "; follow-up "
                        + CaseWords.millilitres(two.followUp().volume().millilitres()) + ", "
                        + CaseWords.growth(two.expansion().haematoma()) + ", expansion " + CaseWords.expansion(two))
                .orElse("");
        add(lines, "Volume " + CaseWords.volume(report.volume()) + growth, NUMBERS, width);
        ReadAgainst read = report.read();
        add(
                lines,
                read.signature().name() + ": R-score " + CaseWords.score(read) + ", cutoff " + CaseWords.cutoff(read)
                        + ", group " + read.score().called()
                        + read.place().map(place -> ". " + place).orElse(""),
                NUMBERS,
                width);
        titles(report, sign -> sign.suggestion().isSuggested())
                .ifPresent(signs -> add(lines, "Signs suggested: " + signs, NUMBERS, width));
        titles(report, sign -> sign.answer().orElse(false))
                .ifPresent(signs -> add(lines, "Signs, by the reader: " + signs, NUMBERS, width));
        String scores = report.scores().stream()
                .filter(one -> one.scored().score().isPresent())
                .map(one -> one.score().title() + " " + one.points())
                .collect(Collectors.joining(", "));
        if (!scores.isEmpty()) add(lines, scores, NUMBERS, width);
        add(lines, Purpose.of(read.signature()), SMALL, width);
        return lines;
    }

    private static Optional<String> titles(CaseReport report, Predicate<SeenSign> which) {
        String titles =
                report.signs().stream().filter(which).map(SeenSign::title).collect(Collectors.joining(", "));
        return titles.isEmpty() ? Optional.empty() : Optional.of(titles);
    }

    private static void add(List<Line> lines, String text, Font font, double width) {
        for (String line : font.wrap(text, width, MOST_LINES)) lines.add(new Line(line, font));
    }
}
