package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.WholeFile;

/**
 * Ways in which others lay out a cohort, which {@link CaseFolder} does not read. Pairs are not guessed: the sentence
 * names what is there and the list that would have to be written.
 */
enum FolderLayout {
    NNU_NET("images in imagesTr and masks in labelsTr, as for nnU-Net", FolderLayout::isNnuNet),
    BIDS("a folder sub-... for each patient, as in BIDS", FolderLayout::isBids),
    TWO_FOLDERS("the images in one folder and the masks in another", FolderLayout::isTwoFolders),
    TWO_NAMES("images and masks that are told apart by the ends of their names", FolderLayout::isTwoNames),
    PICTURES("single slices as pictures (PNG, JPEG or BMP)", FolderLayout::isPictures),
    VOLUMES_IN_FOLDERS(
            "a folder for each patient, with files of other names than image and mask in it",
            FolderLayout::isVolumesInFolders);

    private static final Pattern IMAGES =
            Pattern.compile("(?i)images?(t[rsv])?|imgs?|cts?|ncct|(ct|head)?[_-]?scans?|volumes?|nifti|data");
    static final Pattern MASKS = Pattern.compile(
            "(?i)(ct[_-]?)?masks?|labels?(t[rsv])?|segs?|segmentations?|annotations?|rois?|ground[_-]?truths?|gt");
    static final Pattern IMAGE_NAME = Pattern.compile("(?i)(.+)[_-](?:image|img|ct|ncct|scan|vol|volume|0000)");
    static final Pattern MASK_NAME = Pattern.compile("(?i)(.+)[_-](?:mask|seg|segmentation|labels?|rois?|gt)");
    private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(?:png|jpe?g|bmp)");

    /** Whether a folder is laid out so, by what is in it. */
    private interface Sign {
        boolean isIn(List<Path> entries) throws InvalidInputException;
    }

    private final String text;
    private final Sign sign;

    FolderLayout(String text, Sign sign) {
        this.text = text;
        this.sign = sign;
    }

    /**
     * For a folder in which no case has both an image and a mask.
     *
     * @throws InvalidInputException if there is anything in it
     */
    static void refuse(Path folder, List<BatchCase> cases) throws InvalidInputException {
        List<Path> entries = CaseFolder.entries(folder);
        for (FolderLayout layout : values()) {
            if (layout.sign.isIn(entries))
                throw new InvalidInputException(sentence(folder, "holds " + layout.text, entries));
        }
        if (cases.isEmpty()) return;
        long masks = cases.stream()
                .filter(one -> one.files().containsKey(ListColumn.MASK))
                .count();
        long images = cases.stream()
                .filter(one -> one.files().containsKey(ListColumn.IMAGE))
                .count();
        throw new InvalidInputException(sentence(
                folder,
                "holds " + counted(images, "image") + " and " + counted(masks, "mask")
                        + ", no image with a mask of its name",
                entries));
    }

    private static String counted(long count, String noun) {
        return (count == 0 ? "no" : count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String sentence(Path folder, String what, List<Path> entries) throws InvalidInputException {
        String stacked = isPictures(entries)
                ? "stack the slices of each patient in ImageJ (File > Import > Image Sequence..., File > Save As > "
                        + "Tiff...), then "
                : "";
        String example =
                ExampleLine.of(folder).map(line -> ", such as \"" + line + "\"").orElse("");
        return "The folder " + WholeFile.name(folder) + " " + what + ", which is not read as a cohort: " + stacked
                + "write a CSV file with the columns case,image,mask and a line for each patient" + example
                + ", its paths counted from the folder of that file.";
    }

    private static boolean isNnuNet(List<Path> entries) {
        return hasFolder(entries, Pattern.compile("(?i)imagesT[rsv]"))
                && hasFolder(entries, Pattern.compile("(?i)labelsT[rsv]"));
    }

    private static boolean isBids(List<Path> entries) throws InvalidInputException {
        Pattern inside = Pattern.compile("ct|anat|ses-.*");
        return isInAny(entries, entry -> WholeFile.name(entry).startsWith("sub-"), inner -> hasFolder(inner, inside));
    }

    private static boolean isTwoFolders(List<Path> entries) {
        boolean images = hasFolder(entries, IMAGES)
                || entries.stream().anyMatch(entry -> !Files.isDirectory(entry) && isVolume(WholeFile.name(entry)));
        return hasFolder(entries, MASKS) && images;
    }

    /** NAME_ct beside NAME_seg, where neither NAME nor NAME_ct_seg is there. */
    private static boolean isTwoNames(List<Path> entries) throws InvalidInputException {
        List<String> stems =
                entries.stream().map(CaseFolder::stem).flatMap(Optional::stream).toList();
        for (String stem : stems) {
            var image = IMAGE_NAME.matcher(stem);
            if (!image.matches() || stems.contains(image.group(1)) || hasMask(stems, stem)) continue;
            if (hasMask(stems, image.group(1))) return true;
        }
        return false;
    }

    private static boolean hasMask(List<String> stems, String name) {
        return stems.stream()
                .map(MASK_NAME::matcher)
                .anyMatch(mask -> mask.matches() && mask.group(1).equals(name));
    }

    private static boolean isPictures(List<Path> entries) throws InvalidInputException {
        Predicate<String> picture = PICTURE.asMatchPredicate();
        return isMostly(picture, entries) || isInAny(entries, entry -> true, inner -> isMostly(picture, inner));
    }

    private static boolean isVolumesInFolders(List<Path> entries) throws InvalidInputException {
        return isInAny(
                entries, entry -> true, inner -> !CaseFolder.isCase(inner) && isMostly(FolderLayout::isVolume, inner));
    }

    private static boolean isInAny(List<Path> entries, Predicate<Path> which, Sign inside)
            throws InvalidInputException {
        for (Path entry : entries) {
            if (Files.isDirectory(entry) && which.test(entry) && inside.isIn(CaseFolder.entries(entry))) return true;
        }
        return false;
    }

    private static boolean isMostly(Predicate<String> kind, List<Path> entries) {
        Stream<Path> files = entries.stream().filter(Files::isRegularFile);
        return 2 * files.map(WholeFile::name).filter(kind).count() > entries.size();
    }

    static boolean isVolume(String name) {
        return FileKind.stem(name, FileKind.VOLUMES).isPresent();
    }

    private static boolean hasFolder(List<Path> entries, Pattern name) {
        return entries.stream()
                .anyMatch(entry -> Files.isDirectory(entry)
                        && name.matcher(WholeFile.name(entry)).matches());
    }
}
