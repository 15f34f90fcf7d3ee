package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.WholeFile;

/** The folders of nnU-Net and of the Medical Segmentation Decathlon, which share all but the list in dataset.json. */
final class NnuNetFolder {

    static final Pattern IMAGES = Pattern.compile("(?i)images(T[rsv]|Val)");
    private static final Pattern CHANNEL = Pattern.compile("(.+)_(\\d{4})");
    private static final Pairing BY_NAME = new Pairing(CHANNEL, Pattern.compile("()"));

    private NnuNetFolder() {}

    /** {@code imagesTr/NAME_0000.nii.gz} and {@code labelsTr/NAME.nii.gz}; of several channels the one that is CT. */
    static void pairs(Path folder, List<Path> entries, FoundCases found) throws InvalidInputException {
        Optional<Long> ct = DatasetJson.of(folder).flatMap(DatasetJson::ct);
        for (Path images : folders(entries, IMAGES)) {
            List<Path> all = scans(images);
            long channel = channel(folder, all, ct);
            List<Path> chosen = all.stream()
                    .filter(image -> channel(image).orElse(channel) == channel)
                    .toList();
            BY_NAME.add(chosen, scans(labels(images)), found);
            for (Path image : all) found.leave(image, "another channel than the CT");
        }
    }

    /** Only what the list of dataset.json pairs. */
    static void listed(Path folder, List<Path> entries, FoundCases found) throws InvalidInputException {
        DatasetJson json = DatasetJson.of(folder).orElseThrow();
        for (DatasetJson.Pair pair : json.pairs()) {
            String id = CaseFolder.stem(pair.mask()).orElse(WholeFile.name(pair.mask()));
            found.pair(id, stored(folder, pair.image(), json.ct()), pair.mask());
        }
        for (Path images : folders(entries, IMAGES)) {
            for (Path image : scans(images)) found.leave(image, "dataset.json names no mask for it");
            for (Path mask : scans(labels(images))) found.leave(mask, "dataset.json does not name it");
        }
    }

    /** A list of nnU-Net's first version leaves out the channel. */
    private static Path stored(Path folder, Path image, Optional<Long> ct) throws InvalidInputException {
        if (Files.exists(image)) return image;
        String stem = CaseFolder.stem(image).orElse("");
        String ending = WholeFile.name(image).substring(stem.length());
        Pattern numbered = Pattern.compile(Pattern.quote(stem) + "_\\d{4}" + Pattern.quote(ending));
        List<Path> there = scans(image.getParent()).stream()
                .filter(file -> numbered.matcher(WholeFile.name(file)).matches())
                .toList();
        long channel = channel(folder, there, ct);
        return there.stream()
                .filter(file -> channel(file).orElse(-1L) == channel)
                .findFirst()
                .orElse(image);
    }

    private static long channel(Path folder, List<Path> images, Optional<Long> ct) throws InvalidInputException {
        if (ct.isPresent()) return ct.get();
        SortedSet<Long> there = new TreeSet<>();
        for (Path image : images) channel(image).ifPresent(there::add);
        if (there.size() < 2) return there.isEmpty() ? 0 : there.first();
        throw new InvalidInputException("The cases of " + WholeFile.name(folder) + " have " + there.size()
                + " images each, numbered " + there.first() + " to " + there.last()
                + ", and dataset.json calls not exactly one of them CT: say so there under channel_names.");
    }

    private static Optional<Long> channel(Path image) {
        return CaseFolder.stem(image)
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .map(name -> Long.parseLong(name.group(2)));
    }

    private static Path labels(Path images) {
        return images.resolveSibling(WholeFile.name(images).replaceFirst("(?i)^images", "labels"));
    }

    private static List<Path> folders(List<Path> entries, Pattern name) {
        return entries.stream()
                .filter(entry -> Files.isDirectory(entry)
                        && name.matcher(WholeFile.name(entry)).matches())
                .toList();
    }

    /** Files and folders that may hold a scan or a mask; none if there is no such folder. */
    private static List<Path> scans(Path folder) throws InvalidInputException {
        if (!Files.isDirectory(folder)) return List.of();
        List<Path> scans = new ArrayList<>(WholeFile.entries(folder));
        scans.removeIf(entry -> CaseFolder.stem(entry).isEmpty());
        return scans;
    }
}
