package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A small change of contour or image under which a feature that can be trusted stays what it is: image perturbation
 * after Zwanenburg et al., Sci Rep 2019;9:614, with a rank-based random contour. The seeds are the same for every case.
 *
 * @param name as in tables: {@code volume+0.05}
 * @param change what becomes of an image and its mask
 */
public record Perturbation(String name, UnaryOperator<Perturbed> change) {

    /** The column that names the perturbation. */
    public static final String COLUMN = "perturbation";

    /** The column of how many voxels the mask has. */
    public static final String VOXELS = "voxels";

    /** The column of how far the mask agrees with the one that was read, as {@link Perturbed#dice}. */
    public static final String DICE = "dice_to_original";

    /** The group of all perturbations. */
    public static final String EVERY = "all";

    private static final double DEGREES = 5;

    /** As it was read. */
    public static final Perturbation ORIGINAL = new Perturbation("original", lesion -> lesion);

    /** In the order of tables. */
    public static final List<Perturbation> ALL = Stream.of(
                    Stream.of(ORIGINAL),
                    Stream.of(-0.2, -0.1, -0.05, 0.05, 0.1, 0.2)
                            .map(part -> new Perturbation(
                                    String.format(Locale.ROOT, "volume%+.2f", part), lesion -> lesion.volume(part))),
                    Stream.of(
                            new Perturbation("shift_left", lesion -> lesion.shifted(-1, 0)),
                            new Perturbation("shift_right", lesion -> lesion.shifted(1, 0)),
                            new Perturbation("shift_up", lesion -> lesion.shifted(0, -1)),
                            new Perturbation("shift_down", lesion -> lesion.shifted(0, 1))),
                    Stream.of(1, 2, 3).map(seed -> new Perturbation("contour_" + seed, lesion -> lesion.contour(seed))),
                    Stream.of(1, 2).map(n -> new Perturbation("noise_" + n, lesion -> lesion.noisy(1000 + n))),
                    Stream.of(
                            new Perturbation("rotate-5", lesion -> lesion.rotated(-DEGREES)),
                            new Perturbation("rotate+5", lesion -> lesion.rotated(DEGREES)),
                            new Perturbation(
                                    "chain_noise_rotate_volume_contour",
                                    lesion -> lesion.noisy(1003)
                                            .rotated(DEGREES)
                                            .volume(0.1)
                                            .contour(4))))
            .flatMap(some -> some)
            .toList();

    /** Group → names of its perturbations, each with the original first; last {@link #EVERY}, with the chain. */
    public static final Map<String, List<String>> GROUPS = groups();

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String group : List.of("volume", "shift", "contour", "noise", "rotate")) {
            List<String> names = new ArrayList<>(List.of(ORIGINAL.name()));
            ALL.stream()
                    .map(Perturbation::name)
                    .filter(name -> name.startsWith(group))
                    .forEach(names::add);
            groups.put(group, List.copyOf(names));
        }
        groups.put(EVERY, ALL.stream().map(Perturbation::name).toList());
        return groups;
    }
}
