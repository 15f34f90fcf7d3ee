package org.ichradiomics.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.ListedPath;
import org.ichradiomics.text.WholeFile;

/**
 * The cases that a reader is to work through, in order: from a folder of scans, or from a CSV file with the columns
 * {@code case,image}, and {@code followup} where there are any.
 *
 * @param title the name of the file or folder
 * @param cases at least one, each of another id
 */
public record Worklist(String title, List<Listed> cases) {

    private static final Set<FileKind> SCANS = EnumSet.complementOf(EnumSet.of(FileKind.ROIS));

    private static final Pattern IMAGE = Pattern.compile("(?i)image|ct|scan|baseline");
    private static final Pattern NO_SCAN =
            Pattern.compile("(?i)(.+[_-])?(mask|seg|segmentation|labels?|rois?|followup|gt)|pictures|cases");

    /**
     * A case of the list.
     *
     * @param image the scan, a file or a folder
     * @param followup a later scan
     */
    public record Listed(String id, Path image, Optional<Path> followup) {}

    /** @throws IllegalArgumentException if there is no case */
    public Worklist {
        cases = List.copyOf(cases);
        if (cases.isEmpty()) throw new IllegalArgumentException("a worklist has at least one case");
    }

    /**
     * Reads a list. Whether its scans can be read is told when one is opened.
     *
     * @throws InvalidInputException if there is no such file or folder, a column is missing, an id cannot be the name
     *     of a folder or comes twice, or there is no case
     */
    public static Worklist read(Path csvOrFolder) throws InvalidInputException {
        List<Listed> cases = Files.isDirectory(csvOrFolder) ? ofFolder(csvOrFolder) : ofTable(csvOrFolder);
        String title = WholeFile.name(csvOrFolder);
        if (cases.isEmpty()) {
            throw new InvalidInputException(
                    title + " holds no scan: choose a folder of head CTs, or a CSV file with the columns case,image.");
        }
        Set<String> seen = new HashSet<>();
        for (Listed one : cases) {
            CaseHome.of(csvOrFolder, one.id);
            if (!seen.add(CaseHome.folded(one.id))) {
                throw new InvalidInputException("The case " + one.id + " comes twice in " + title
                        + ", capitals or not: give each an id of its own, in a CSV file with the columns case,image.");
            }
        }
        return new Worklist(title, cases);
    }

    private static List<Listed> ofTable(Path csv) throws InvalidInputException {
        FeatureTable table = FeatureTableCsv.read(csv);
        Path folder = csv.toAbsolutePath().getParent();
        List<String> ids = table.texts(FeatureTable.CASE);
        List<String> images = table.texts("image");
        List<String> followups = table.has("followup") ? table.texts("followup") : List.of();
        List<Listed> cases = new ArrayList<>();
        for (int row = 0; row < ids.size(); row++) {
            String later = followups.isEmpty() ? "" : followups.get(row);
            cases.add(new Listed(
                    ids.get(row).strip(),
                    ListedPath.of(folder, images.get(row)),
                    later.isBlank() ? Optional.empty() : Optional.of(ListedPath.of(folder, later))));
        }
        return cases;
    }

    private static List<Listed> ofFolder(Path folder) throws InvalidInputException {
        List<Listed> cases = new ArrayList<>();
        for (Path entry : WholeFile.entries(folder)) {
            if (Files.isDirectory(entry)) {
                Optional<Path> image = scan(entry);
                image.ifPresent(file -> cases.add(new Listed(WholeFile.name(entry), file, Optional.empty())));
            } else if (isScan(entry)) {
                cases.add(new Listed(FileKind.caseName(entry), entry, Optional.empty()));
            }
        }
        return cases;
    }

    /** The file in a patient's folder that is named as an image, else the folder itself, as a DICOM series. */
    private static Optional<Path> scan(Path folder) throws InvalidInputException {
        List<Path> inside = WholeFile.entries(folder);
        Optional<Path> image = inside.stream()
                .filter(file -> IMAGE.matcher(FileKind.caseName(file)).matches() && isScan(file))
                .findFirst();
        if (image.isPresent() || NO_SCAN.matcher(WholeFile.name(folder)).matches()) return image;
        return inside.stream().anyMatch(Files::isRegularFile) ? Optional.of(folder) : Optional.empty();
    }

    private static boolean isScan(Path file) {
        return FileKind.stem(WholeFile.name(file), SCANS).isPresent()
                && !NO_SCAN.matcher(FileKind.caseName(file)).matches();
    }

    /** How far the case is that lies in a folder. */
    public static CaseStage stage(CaseHome home) {
        try {
            return CaseState.read(home).map(CaseState::stage).orElse(CaseStage.OPEN);
        } catch (InvalidInputException e) {
            // Told when the case is opened.
            return CaseStage.OPEN;
        }
    }
}
