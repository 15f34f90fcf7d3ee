package org.ichradiomics.imagej.studies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import net.imglib2.Cursor;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.stats.BlandAltman;
import org.ichradiomics.stats.Dice;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NearFile;

/**
 * How well the outlines of two readers agree.
 *
 * @param cases that both outlined, by name
 * @param volumes in mL, the first reader's minus the second's
 * @param notes in sentences
 */
public record MaskAgreement(List<Case> cases, BlandAltman volumes, List<String> notes) {

    private static final List<Column<Case>> COLUMNS = List.of(
            new Column<>(FeatureTable.CASE, Case::name),
            new Column<>("dice", Case::dice),
            new Column<>("first_mL", Case::first),
            new Column<>("second_mL", Case::second),
            new Column<>("difference_mL", c -> c.first() - c.second()));

    /**
     * One lesion.
     *
     * @param dice overlap of the two masks, 0 to 1
     * @param first mL
     * @param second mL
     */
    public record Case(String name, double dice, double first, double second) {}

    /**
     * Compares the masks of two folders whose files bear the same name, whatever their formats.
     *
     * @param label of the lesion, or "any" where a mask has only one
     * @throws InvalidInputException if fewer than 2 cases are in both, a mask cannot be read, or the two of a case lie
     *     on different grids
     */
    static MaskAgreement of(Path first, Path second, String label) throws InvalidInputException {
        Map<String, Path> one = masks(first);
        Map<String, Path> two = masks(second);
        List<String> both = one.keySet().stream().filter(two::containsKey).toList();
        if (both.size() < 2) {
            throw new InvalidInputException("Only " + both.size() + " case" + (both.size() == 1 ? " has" : "s have")
                    + " a mask in both " + first.getFileName() + " and " + second.getFileName()
                    + ": the agreement of outlines needs at least 2 files named alike.");
        }
        List<String> notes = new ArrayList<>();
        int alone = one.size() + two.size() - 2 * both.size();
        if (alone > 0)
            notes.add(English.counted(alone, "mask") + (alone == 1 ? " has" : " have")
                    + " no partner of the same name and " + (alone == 1 ? "takes" : "take") + " no part.");
        List<Case> cases = new ArrayList<>();
        for (String name : both) cases.add(compared(name, one.get(name), two.get(name), label, notes));
        BlandAltman volumes = BlandAltman.of(
                cases.stream().mapToDouble(Case::first).toArray(),
                cases.stream().mapToDouble(Case::second).toArray());
        return new MaskAgreement(List.copyOf(cases), volumes, List.copyOf(notes));
    }

    private static Case compared(String name, Path first, Path second, String label, List<String> notes)
            throws InvalidInputException {
        Scan grid = MaskFile.volume(first);
        Labels one = Labels.of(grid);
        Labels two;
        try {
            two = MaskFile.labels(second).onto(grid);
        } catch (InvalidInputException e) {
            throw new InvalidInputException("The masks of " + name + " cannot be compared. " + e.getMessage(), e);
        }
        two.warnings().forEach(warning -> notes.add(name + ": " + warning));
        Spacing spacing = grid.geometry()
                .spacing()
                .orElseThrow(() -> new InvalidInputException("The mask " + first.getFileName()
                        + " has no voxel spacing in mm, so it has no volume: save it with its spacing."));
        long inBoth = 0;
        long inFirst = 0;
        long inSecond = 0;
        Cursor<NativeBoolType> a = Views.flatIterable(one.select(label)).cursor();
        Cursor<NativeBoolType> b = Views.flatIterable(two.select(label)).cursor();
        while (a.hasNext()) {
            boolean isFirst = a.next().get();
            boolean isSecond = b.next().get();
            if (isFirst) inFirst++;
            if (isSecond) inSecond++;
            if (isFirst && isSecond) inBoth++;
        }
        double millilitres = spacing.voxelVolume() / 1000;
        return new Case(name, Dice.of(inBoth, inFirst, inSecond), inFirst * millilitres, inSecond * millilitres);
    }

    private static Map<String, Path> masks(Path folder) throws InvalidInputException {
        if (!Files.isDirectory(folder))
            throw new InvalidInputException(
                    "There is no folder " + folder + " of masks" + NearFile.question(folder) + ": check the path.");
        Map<String, Path> masks = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Optional<String> mask = FileKind.stem(name, FileKind.OF_LABELS);
                if (name.startsWith(".") || mask.isEmpty()) continue;
                Path other = masks.put(mask.get(), file);
                if (other == null) continue;
                throw new InvalidInputException("The folder " + folder.getFileName() + " has two masks for "
                        + mask.get() + ", " + other.getFileName() + " and " + name + ": remove one of them.");
            }
        } catch (IOException e) {
            throw new InvalidInputException("The folder " + folder + " cannot be read: check its permissions.", e);
        }
        return masks;
    }

    /** The mean of the overlaps. */
    public double meanDice() {
        return dice().getAverage();
    }

    private DoubleSummaryStatistics dice() {
        return cases.stream().mapToDouble(Case::dice).summaryStatistics();
    }

    /** A row for each case. */
    FeatureTable table() {
        return Column.table(COLUMNS, cases);
    }

    /** In a sentence. */
    String text() {
        return String.format(
                Locale.ROOT,
                "Masks of %d cases: mean Dice %.3f (%.3f to %.3f); volumes differ by %.3f mL (limits of agreement %.3f "
                        + "to %.3f mL).",
                cases.size(),
                meanDice(),
                dice().getMin(),
                dice().getMax(),
                volumes.bias().value(),
                volumes.lower().value(),
                volumes.upper().value());
    }
}
