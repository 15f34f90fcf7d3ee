package org.ichradiomics.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.WholeFile;

/**
 * A cohort as a folder. Either way of naming, also mixed; sorted by name:
 *
 * <pre>
 *     case1.nii.gz   case1_mask.nii.gz   [case1_followup.nii.gz   case1_followup_mask.nii.gz]
 *     case2/ image.nii.gz   mask.nii.gz   [followup.nii.gz   followup_mask.nii.gz]
 * </pre>
 *
 * Any readable format will do; a folder without {@code image} in it is a DICOM series. For {@code mask} also
 * {@code seg}, {@code label}, {@code rois} (ImageJ's ROI files), for {@code image} also {@code ct}, {@code scan};
 * {@code -} is as good as {@code _}. Files of other kinds, and hidden ones, are passed over. Where no case has both an
 * image and a mask by these names, the folder is read as others lay it out ({@link FolderLayout}).
 */
final class CaseFolder {

    private static final String MASKS = "(?:mask|seg|segmentation|labels?|rois?)";
    private static final Pattern ROLE =
            Pattern.compile("(?i)(.+?)[_-](followup[_-]" + MASKS + "|followup|" + MASKS + ")");
    private static final Pattern IMAGE = Pattern.compile("(?i)image|ct|scan|baseline");

    private static final int DEEPEST = 8;

    private CaseFolder() {}

    static CaseList read(Path folder) throws InvalidInputException {
        Map<String, Map<ListColumn, Path>> cases = new TreeMap<>();
        Map<String, InvalidInputException> unreadable = new TreeMap<>();
        for (Path entry : WholeFile.entries(folder)) {
            try {
                PathName.requireKnown(WholeFile.name(entry));
            } catch (InvalidInputException e) {
                unreadable.put(WholeFile.name(entry), e);
                continue;
            }
            if (Files.isDirectory(entry) && isCase(WholeFile.entries(entry))) {
                for (Path inner : WholeFile.entries(entry)) {
                    Optional<String> stem = stem(inner);
                    if (stem.isPresent()) put(cases, WholeFile.name(entry), inside(stem.get()), inner);
                }
            } else {
                Optional<String> stem = stem(entry);
                if (stem.isEmpty()) continue;
                Matcher role = ROLE.matcher(stem.get());
                boolean isDrawn = FileKind.ROIS.isNamed(entry) && !Files.isDirectory(entry);
                ListColumn alone = isDrawn ? ListColumn.MASK : ListColumn.IMAGE;
                if (role.matches()) put(cases, role.group(1), role(role.group(2)), entry);
                else put(cases, stem.get(), Optional.of(alone), entry);
            }
        }
        List<BatchCase> list = new ArrayList<>();
        unreadable.forEach((id, problem) -> list.add(BatchCase.unreadable(id, Labels.ANY, List.of(), problem)));
        cases.forEach((id, files) -> list.add(new BatchCase(id, files, Labels.ANY, List.of())));
        if (list.stream()
                .allMatch(one -> one.problem().isEmpty()
                        && !one.files().keySet().containsAll(List.of(ListColumn.IMAGE, ListColumn.MASK)))) {
            Optional<CaseList> others = FolderLayout.read(folder, list);
            if (others.isPresent()) return others.get();
        }
        CaseList.Search search = new CaseList.Search(folder, "", List.of(), new TreeMap<>());
        return new CaseList(WholeFile.name(folder), list, List.of(), Optional.of(search));
    }

    private static void put(Map<String, Map<ListColumn, Path>> cases, String id, Optional<ListColumn> role, Path file)
            throws InvalidInputException {
        if (role.isEmpty()) return;
        boolean isMask = role.get() == ListColumn.MASK || role.get() == ListColumn.FOLLOWUP_MASK;
        Path other = cases.computeIfAbsent(id, i -> new LinkedHashMap<>())
                .put(role.get(), isMask ? FoundCases.alone(file) : file);
        if (other == null) return;
        throw new InvalidInputException("The case " + id + " has two files for its "
                + role.get().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + WholeFile.name(other) + " and "
                + WholeFile.name(file) + ": remove one, or name the right one in a CSV file.");
    }

    /** A folder of a case has an image in it; any other is a DICOM series. */
    static boolean isCase(List<Path> entries) {
        return entries.stream()
                .map(CaseFolder::stem)
                .flatMap(Optional::stream)
                .anyMatch(stem -> IMAGE.matcher(stem).matches());
    }

    private static Optional<ListColumn> inside(String stem) {
        return IMAGE.matcher(stem).matches() ? Optional.of(ListColumn.IMAGE) : role(stem);
    }

    private static Optional<ListColumn> role(String word) {
        String role = word.toLowerCase(Locale.ROOT);
        if (role.equals("followup")) return Optional.of(ListColumn.FOLLOWUP);
        if (role.matches("followup[_-]" + MASKS)) return Optional.of(ListColumn.FOLLOWUP_MASK);
        return role.matches(MASKS) ? Optional.of(ListColumn.MASK) : Optional.empty();
    }

    /** The name without its ending; empty for what is no scan. */
    static Optional<String> stem(Path entry) {
        return Files.isDirectory(entry)
                ? Optional.of(WholeFile.name(entry))
                : FileKind.stem(WholeFile.name(entry), EnumSet.allOf(FileKind.class));
    }

    /** All files in a folder and below it, in order, without hidden ones. */
    static List<Path> below(Path folder) throws InvalidInputException {
        try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> !WholeFile.name(file).startsWith(".") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(
                    "The folder " + WholeFile.name(folder) + " cannot be read whole: check its permissions.", e);
        }
    }
}
