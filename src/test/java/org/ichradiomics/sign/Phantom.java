package org.ichradiomics.sign;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.real.DoubleType;

import org.ichradiomics.format.ScanFile;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** Phantoms of signs, 120 × 104 × 6 voxels of 0.6 × 0.6 × 5 mm, with what was built in. */
final class Phantom {

    private Phantom() {}

    static Signs signs(String name) throws InvalidInputException {
        return Signs.of(image(name), mask(name));
    }

    static VoxelImage image(String name) throws InvalidInputException {
        Scan scan = read(name + "_hu.nii.gz");
        return VoxelImage.of(scan.hu(), scan.spacing());
    }

    static VoxelMask mask(String name) throws InvalidInputException {
        Scan scan = read(name + "_mask.nii.gz");
        RandomAccessibleInterval<DoubleType> labels = scan.hu();
        return VoxelMask.of(
                Converters.convert(labels, (value, in) -> in.set(value.get() == 1), new BoolType()),
                labels,
                scan.spacing());
    }

    private static Scan read(String file) throws InvalidInputException {
        try {
            Path path = Path.of(Phantom.class.getResource(file).toURI());
            return ScanFile.readScan(path);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a table of what is expected, without its header. */
    static List<String[]> rows(String file) throws IOException {
        try (InputStream in = Phantom.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
