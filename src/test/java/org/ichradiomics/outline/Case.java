package org.ichradiomics.outline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.ichradiomics.Shared;
import org.ichradiomics.format.ScanFile;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** A scan with its true haematoma and the click into it. */
record Case(String name, Head head, boolean[] truth, Voxel click) {

    static Case phantom(String name) throws InvalidInputException {
        for (String line : lines()) {
            String[] cells = line.split(",");
            if (cells[0].equals(name)) {
                return of(
                        name,
                        file(name + "_hu.nii.gz"),
                        file(name + "_truth.nii.gz"),
                        new Voxel(Integer.parseInt(cells[7]), Integer.parseInt(cells[8]), Integer.parseInt(cells[9])));
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** A real scan with a haematoma put in; the click is the voxel of the truth that is nearest to its centre. */
    static Case hybrid(String name) throws InvalidInputException {
        Case without = of(
                name,
                Shared.of("data/ct/" + name + "_hu.nii.gz"),
                Shared.of("data/ct/" + name + "_haematoma.nii.gz"),
                null);
        return new Case(name, without.head, without.truth, without.centre());
    }

    private static Case of(String name, Path scan, Path truth, Voxel click) throws InvalidInputException {
        Scan read = ScanFile.readScan(scan);
        boolean[] mask = mask(ScanFile.readScan(truth).hu());
        return new Case(name, Head.of(read.hu(), read.spacing()), mask, click);
    }

    Voxel centre() {
        double[] sum = new double[4];
        for (int i = 0; i < truth.length; i++) {
            if (truth[i]) {
                Voxel v = Voxel.of(head.grid(), i);
                sum[0] += v.x();
                sum[1] += v.y();
                sum[2] += v.z();
                sum[3]++;
            }
        }
        Voxel middle = new Voxel((int) Math.round(sum[0] / sum[3]), (int) Math.round(sum[1] / sum[3]), (int)
                Math.round(sum[2] / sum[3]));
        Voxel nearest = null;
        for (int i = 0; i < truth.length; i++) {
            Voxel v = Voxel.of(head.grid(), i);
            if (truth[i]
                    && (nearest == null
                            || v.squaredDistance(middle, head.grid()) < nearest.squaredDistance(middle, head.grid()))) {
                nearest = v;
            }
        }
        return nearest;
    }

    /** Of the voxels of the truth far from its edge, the darkest after smoothing. */
    Voxel darkest() {
        Voxel[] darkest = {centre()};
        truthPiece().eroded(5).forEach(v -> {
            boolean isDarker = head.smooth(v.index(head.grid())) < head.smooth(darkest[0].index(head.grid()));
            if (isDarker) darkest[0] = v;
        });
        return darkest[0];
    }

    Overlap grown(GrowSettings settings, List<Voxel> against) throws InvalidInputException {
        return overlap(Grow.from(head, List.of(click), against, settings));
    }

    Overlap overlap(Grown grown) {
        boolean[] mask = new boolean[truth.length];
        grown.forEach(i -> mask[i] = true);
        return Overlap.of(mask, truth, head.grid());
    }

    Piece truthPiece() {
        Piece piece = new Piece(head.grid(), Box.all(head.grid()));
        for (int i = 0; i < truth.length; i++) {
            if (truth[i]) {
                Voxel v = Voxel.of(head.grid(), i);
                piece.set(v.x(), v.y(), v.z(), true);
            }
        }
        return piece;
    }

    private static <T extends RealType<T>> boolean[] mask(RandomAccessibleInterval<T> image) {
        boolean[] mask = new boolean[(int) Intervals.numElements(image)];
        Cursor<T> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; i < mask.length; i++) {
            mask[i] = cursor.next().getRealDouble() > 0;
        }
        return mask;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(file("cases.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        try {
            return Path.of(Case.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
