package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.ListedPath;
import org.ichradiomics.text.TextFile;

/**
 * What {@code dataset.json} says of a cohort, as nnU-Net (both versions) and the Medical Segmentation Decathlon write
 * it; all other keys are passed over.
 *
 * @param labels the names of the numbers in its masks, without the background; one that is made of several numbers
 *     stands for none
 * @param channels the names of the images of each case by their numbers, such as {@code 0} for {@code CT}
 * @param pairs images and masks that it lists; empty if it lists none
 */
record DatasetJson(SortedMap<Long, String> labels, SortedMap<Long, String> channels, List<Pair> pairs) {

    static final String NAME = "dataset.json";
    private static final String NONE = "background";

    /** Files of a case, whether they are there or not. */
    record Pair(Path image, Path mask) {}

    /**
     * Reads that of a folder.
     *
     * @return empty if there is none
     * @throws InvalidInputException if it cannot be read, or is no such file
     */
    static Optional<DatasetJson> of(Path folder) throws InvalidInputException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) return Optional.empty();
        JsonFields json = JsonFields.parse(TextFile.read(file), NAME);
        SortedMap<Long, String> labels = json.has("labels") ? numbered(json.object("labels")) : new TreeMap<>();
        labels.values().removeIf(NONE::equalsIgnoreCase);
        String key = json.has("channel_names") ? "channel_names" : "modality";
        SortedMap<Long, String> channels = json.has(key) ? numbered(json.object(key)) : new TreeMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (String list : List.of("training", "validation")) {
            if (!json.has(list)) continue;
            for (JsonFields one : json.objects(list))
                pairs.add(new Pair(ListedPath.of(folder, one.text("image")), ListedPath.of(folder, one.text("label"))));
        }
        return Optional.of(new DatasetJson(labels, channels, pairs));
    }

    /** Either way round: {@code "1": "ICH"}, or {@code "ICH": 1}. */
    private static SortedMap<Long, String> numbered(JsonFields names) throws InvalidInputException {
        SortedMap<Long, String> numbered = new TreeMap<>();
        for (String key : names.keys()) {
            boolean isNumber = key.matches("\\d{1,9}");
            if (isNumber && names.isText(key)) numbered.put(Long.parseLong(key), names.text(key));
            else if (!names.isList(key)) numbered.put((long) names.count(key), key);
        }
        return numbered;
    }

    /** The number of the one image of each case that is a CT; empty if that is not said of exactly one. */
    Optional<Long> ct() {
        List<Long> ct = channels.entrySet().stream()
                .filter(one -> one.getValue().strip().matches("(?i)(nc)?ct"))
                .map(Map.Entry::getKey)
                .toList();
        return ct.size() == 1 ? Optional.of(ct.get(0)) : Optional.empty();
    }
}
