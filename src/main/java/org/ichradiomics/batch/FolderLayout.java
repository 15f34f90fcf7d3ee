package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.WholeFile;

/**
 * Ways in which others lay out a cohort: how a folder shows that it is one of them, and where in it the images and
 * masks are. They are looked at where {@link CaseFolder} finds no case by its own names; the first that finds some is
 * taken. What fits more than once is refused with the list, never guessed.
 */
enum FolderLayout {
    DECATHLON(
            "images and masks that dataset.json lists, as in the Medical Segmentation Decathlon",
            FolderLayout::isListed,
            NnuNetFolder::listed),
    NNU_NET("images in imagesTr and masks in labelsTr, as for nnU-Net", FolderLayout::isNnuNet, NnuNetFolder::pairs),
    BIDS("a folder sub-... for each patient, as in BIDS", FolderLayout::isBids, BidsFolder::read),
    TWO_FOLDERS(
            "the images in one folder and the masks in another",
            FolderLayout::isTwoFolders,
            FolderLayout::readTwoFolders),
    TWO_NAMES(
            "images and masks that are told apart by the ends of their names",
            FolderLayout::isTwoNames,
            FolderLayout::readTwoNames),
    PICTURES("single slices as pictures (PNG, JPEG or BMP)", FolderLayout::isPictures, (folder, entries, found) -> {}),
    PATIENTS(
            "a folder for each patient, with files of other names than image and mask in it",
            entries -> isVolumesInFolders(entries) || PatientFolders.isOne(entries),
            PatientFolders::read);

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

    /** Finds the cases of a folder that is laid out so. */
    private interface Reader {
        void read(Path folder, List<Path> entries, FoundCases found) throws InvalidInputException;
    }

    private final String text;
    private final Sign sign;
    private final Reader reader;

    FolderLayout(String text, Sign sign, Reader reader) {
        this.text = text;
        this.sign = sign;
        this.reader = reader;
    }

    /**
     * The cases of a folder in which none has both an image and a mask by this program's own names.
     *
     * @param cases halves of cases that were found by them
     * @return empty if there is nothing in it
     * @throws InvalidInputException if there is something, and no case
     */
    static Optional<CaseList> read(Path folder, List<BatchCase> cases) throws InvalidInputException {
        List<Path> entries = WholeFile.entries(folder);
        Optional<FolderLayout> first = Optional.empty();
        for (FolderLayout layout : values()) {
            if (!layout.sign.isIn(entries)) continue;
            FoundCases found = new FoundCases(folder);
            layout.reader.read(folder, entries, found);
            if (!found.cases().isEmpty()) return Optional.of(layout.list(folder, found));
            if (first.isEmpty()) first = Optional.of(layout);
        }
        if (first.isPresent())
            throw new InvalidInputException(sentence(
                    folder,
                    "holds " + first.get().text + (first.get() == PICTURES ? "" : ", no image with a mask of its name"),
                    entries));
        if (cases.isEmpty()) return Optional.empty();
        refuse(folder, cases, entries);
        return Optional.empty();
    }

    private CaseList list(Path folder, FoundCases found) throws InvalidInputException {
        Optional<DatasetJson> json = this == DECATHLON || this == NNU_NET ? DatasetJson.of(folder) : Optional.empty();
        CaseList.Search search = new CaseList.Search(
                folder, text, found.left(), json.map(DatasetJson::labels).orElseGet(TreeMap::new));
        return new CaseList(WholeFile.name(folder), found.cases(), List.of(), Optional.of(search));
    }

    private static void refuse(Path folder, List<BatchCase> cases, List<Path> entries) throws InvalidInputException {
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
                ? "put the slices of each patient into a folder of their own and those of the mask into another, such "
                        + "as p01/images and p01/masks, or "
                : "";
        String example =
                ExampleLine.of(folder).map(line -> ", such as \"" + line + "\"").orElse("");
        return "The folder " + WholeFile.name(folder) + " " + what + ", which is not read as a cohort: " + stacked
                + "write a CSV file with the columns case,image,mask and a line for each patient" + example
                + ", its paths counted from the folder of that file.";
    }

    private static boolean isListed(List<Path> entries) throws InvalidInputException {
        Optional<Path> json = entries.stream()
                .filter(entry -> WholeFile.name(entry).equals(DatasetJson.NAME))
                .findFirst();
        if (json.isEmpty()) return false;
        Optional<DatasetJson> dataset =
                DatasetJson.of(json.get().toAbsolutePath().getParent());
        return dataset.isPresent() && !dataset.get().pairs().isEmpty();
    }

    private static boolean isNnuNet(List<Path> entries) {
        return hasFolder(entries, Pattern.compile("(?i)imagesT[rsv]"))
                && hasFolder(entries, Pattern.compile("(?i)labelsT[rsv]"));
    }

    private static boolean isBids(List<Path> entries) throws InvalidInputException {
        Pattern inside = Pattern.compile("ct|anat|ses-.*");
        return isInAny(
                entries,
                BidsFolder::isSubject,
                inner -> hasFolder(inner, inside) || hasFolder(entries, Pattern.compile("derivatives")));
    }

    private static boolean isTwoFolders(List<Path> entries) {
        boolean images = hasFolder(entries, IMAGES)
                || entries.stream().anyMatch(entry -> !Files.isDirectory(entry) && isVolume(WholeFile.name(entry)));
        return hasFolder(entries, MASKS) && images;
    }

    private static void readTwoFolders(Path folder, List<Path> entries, FoundCases found) throws InvalidInputException {
        Path masks = only(entries, MASKS, "masks").orElseThrow();
        Optional<Path> images = only(entries, IMAGES, "images");
        List<Path> scans = images.isPresent() ? notSlices(scans(images.get())) : volumes(entries);
        Pairing.USUAL.add(scans, scans(masks), found);
        for (Path entry : volumes(entries)) found.leave(entry, "it lies in neither of the two folders");
    }

    private static void readTwoNames(Path folder, List<Path> entries, FoundCases found) {
        Map<Boolean, List<Path>> parts = entries.stream()
                .filter(entry -> CaseFolder.stem(entry).isPresent())
                .collect(Collectors.partitioningBy(
                        entry -> isMask(CaseFolder.stem(entry).orElseThrow())));
        Pairing.USUAL.add(notSlices(parts.get(false)), parts.get(true), found);
    }

    private static Optional<Path> only(List<Path> entries, Pattern name, String noun) throws InvalidInputException {
        List<Path> folders = entries.stream()
                .filter(entry -> Files.isDirectory(entry)
                        && name.matcher(WholeFile.name(entry)).matches())
                .toList();
        if (folders.size() < 2) return folders.stream().findFirst();
        throw new InvalidInputException("The " + noun + " could be in each of "
                + English.listed(folders.stream().map(WholeFile::name).toList(), "and")
                + ": leave one of these folders there, or name the files in a CSV file with the columns "
                + "case,image,mask.");
    }

    /**
     * What may be a scan or a mask: files of known kinds, and folders, of which one with a single file is that file.
     */
    private static List<Path> scans(Path folder) throws InvalidInputException {
        List<Path> scans = new ArrayList<>();
        for (Path entry : WholeFile.entries(folder)) if (CaseFolder.stem(entry).isPresent()) scans.add(entry);
        return scans;
    }

    /** Without single DICOM files, which are slices of one scan, not a scan each. */
    private static List<Path> notSlices(List<Path> scans) {
        return scans.stream()
                .filter(entry -> Files.isDirectory(entry) || !FileKind.DICOM.isNamed(entry))
                .toList();
    }

    private static List<Path> volumes(List<Path> entries) {
        return entries.stream()
                .filter(entry -> !Files.isDirectory(entry) && isVolume(WholeFile.name(entry)))
                .toList();
    }

    /** Whether a name without its ending is that of a mask. */
    static boolean isMask(String stem) {
        return MASK_NAME.matcher(stem).matches() || MASKS.matcher(stem).matches();
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
            if (Files.isDirectory(entry) && which.test(entry) && inside.isIn(WholeFile.entries(entry))) return true;
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
