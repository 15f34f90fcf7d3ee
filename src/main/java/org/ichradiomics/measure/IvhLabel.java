package org.ichradiomics.measure;

import java.util.List;

import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * The label of intraventricular blood in masks that hold the haematoma too.
 *
 * @param value at least 1
 */
public record IvhLabel(long value) {

    /** @throws InvalidInputException if the text is no whole number from 1 on */
    public static IvhLabel of(String text, String key) throws InvalidInputException {
        if (text.matches("\\d{1,18}") && Long.parseLong(text) > 0) return new IvhLabel(Long.parseLong(text));
        throw new InvalidInputException(Sentence.of(
                Setting.of(key, text), " is not a label: write a whole number from 1 on, or leave it out."));
    }

    /**
     * Which label is the haematoma.
     *
     * @param label a number, or "any" where one label is left beside the IVH
     * @throws InvalidInputException if no label is left, or the haematoma's is that of the IVH
     */
    public String haematoma(Labels labels, String label) throws InvalidInputException {
        labels.requireLabelled();
        if (!label.equalsIgnoreCase(Labels.ANY)) {
            if (!label.strip().matches("\\+?0*" + value)) return label;
            throw new InvalidInputException("Label " + value
                    + " is given both for the haematoma and for the IVH: choose another for one of them.");
        }
        List<Label> others =
                labels.list().stream().filter(l -> l.value() != value).toList();
        if (others.isEmpty()) {
            throw new InvalidInputException(labels.name() + " holds no label but " + value
                    + ", that of the IVH: draw the haematoma with another.");
        }
        if (others.size() == 1) return Long.toString(others.get(0).value());
        throw new InvalidInputException(labels.name() + " holds several labels besides " + value
                + ", that of the IVH: choose the haematoma's among "
                + String.join(", ", others.stream().map(Label::toString).toList()) + ".");
    }

    /** The intraventricular blood; nothing where no voxel has the label. */
    public VoxelVolume volume(Labels labels, Spacing spacing) {
        long voxels = labels.list().stream()
                .filter(l -> l.value() == value)
                .mapToLong(Label::voxels)
                .sum();
        return new VoxelVolume(voxels, spacing);
    }
}
