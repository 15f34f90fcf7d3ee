package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.WholeFile;

/**
 * A cohort as in BIDS: {@code sub-01/[ses-1/]ct/sub-01[_ses-1]_ct.nii.gz}, and its mask anywhere below
 * {@code derivatives} or beside it, {@code sub-01[_ses-1][_label-…]_mask.nii.gz}. What a mask's name says of the
 * subject, the session or the run is the same as the scan's; what it leaves out fits any, of the same subject.
 */
final class BidsFolder {

    private static final Pattern SUBJECT = Pattern.compile("sub-[^_]+");
    private static final Pattern ENTITY = Pattern.compile("([a-zA-Z]+)-([^_]+)");
    private static final Pattern IMAGE = Pattern.compile("(?i)(nc)?ct");
    private static final Pattern MASK =
            Pattern.compile("(?i)(lesion)?masks?|d?seg|segmentation|labels?|lesions?|rois?");
    private static final Pattern NATIVE = Pattern.compile("(?i)orig|native|individual|(nc)?ct|scanner");
    private static final Pattern FOLDERS_OF_NONE = Pattern.compile("(?i)sourcedata|code|\\..*");
    private static final String DERIVATIVES = "derivatives";

    /** In the name of a mask they say which scan it is of, all others what it shows. */
    private static final List<String> OF_SCANS = List.of("ses", "acq", "ce", "rec", "run");

    /** A file as its name and its folders describe it. */
    private record Volume(Path file, SortedMap<String, String> entities, String suffix, boolean isDerived) {

        static Volume of(Path folder, Path file) {
            SortedMap<String, String> entities = new TreeMap<>();
            List<String> folders = names(folder, file.getParent());
            for (String name : folders) if (name.matches("(sub|ses)-.+")) put(entities, name);
            String suffix = "";
            for (String word : CaseFolder.stem(file).orElseThrow().split("_")) if (!put(entities, word)) suffix = word;
            return new Volume(file, entities, suffix, folders.contains(DERIVATIVES));
        }

        private static boolean put(SortedMap<String, String> entities, String word) {
            Matcher entity = ENTITY.matcher(word);
            if (entity.matches()) entities.put(entity.group(1), entity.group(2));
            return entity.matches();
        }

        boolean isMask() {
            return MASK.matcher(suffix).matches();
        }

        boolean isImage() {
            String in = WholeFile.name(file.getParent());
            return !isDerived
                    && !isMask()
                    && (IMAGE.matcher(suffix).matches() || IMAGE.matcher(in).matches());
        }

        /** Whether it was drawn on a scan itself, not on one that was laid on an atlas. */
        boolean isNative() {
            String space = entities.get("space");
            return space == null || NATIVE.matcher(space).matches();
        }

        boolean isOf(Volume image) {
            return entities.get("sub").equals(image.entities.get("sub"))
                    && OF_SCANS.stream()
                            .filter(entities::containsKey)
                            .allMatch(key -> entities.get(key).equals(image.entities.get(key)));
        }

        String id() {
            String others = OF_SCANS.stream()
                    .filter(entities::containsKey)
                    .map(key -> "_" + key + "-" + entities.get(key))
                    .collect(Collectors.joining());
            return "sub-" + entities.get("sub") + others;
        }
    }

    private BidsFolder() {}

    static void read(Path folder, List<Path> entries, FoundCases found) throws InvalidInputException {
        List<Volume> all = CaseFolder.below(folder).stream()
                .filter(file -> FolderLayout.isVolume(WholeFile.name(file)))
                .filter(file -> names(folder, file).stream().noneMatch(FOLDERS_OF_NONE.asMatchPredicate()))
                .map(file -> Volume.of(folder, file))
                .filter(volume -> volume.entities.containsKey("sub"))
                .toList();
        List<Volume> images = all.stream().filter(Volume::isImage).toList();
        List<Volume> masks = all.stream()
                .filter(volume -> volume.isMask() && volume.isNative())
                .toList();
        for (Volume image : images) {
            List<Volume> fitting =
                    masks.stream().filter(mask -> mask.isOf(image)).toList();
            if (fitting.isEmpty()) {
                found.leave(image.file, "no mask is named after it");
                continue;
            }
            List<Volume> rivals =
                    images.stream().filter(other -> fitting.get(0).isOf(other)).toList();
            if (fitting.size() == 1 && rivals.size() == 1) found.pair(image.id(), image.file, fitting.get(0).file);
            else
                found.refuse(
                        image.id(),
                        List.of(rivals, fitting).stream()
                                .flatMap(List::stream)
                                .map(Volume::file)
                                .toList(),
                        "which all fit by their names");
        }
        for (Volume volume : all) {
            if (volume.isMask())
                found.leave(volume.file, volume.isNative() ? "no scan is named so" : "it lies in another space");
        }
    }

    private static List<String> names(Path folder, Path below) {
        return List.of(folder.relativize(below).toString().split("[/\\\\]"));
    }

    /** Whether a folder holds folders {@code sub-…} with scans in them, or a derived folder beside them. */
    static boolean isSubject(Path entry) {
        return SUBJECT.matcher(WholeFile.name(entry)).matches();
    }
}
