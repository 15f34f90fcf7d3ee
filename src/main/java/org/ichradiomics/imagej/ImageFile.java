package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import ij.ImagePlus;

import org.ichradiomics.batch.CaseFiles;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Marked;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

/**
 * A scan that was read from its file or folder, whatever it is: TIFF through ImageJ, all else by its {@link FileKind}.
 *
 * @param path of the file or folder
 * @param scan that was read
 * @param series all that are there, in words, the one that was read first
 * @param tiff as ImageJ has it; empty where it was not read by ImageJ
 */
public record ImageFile(Path path, Scan scan, List<String> series, Optional<ImagePlus> tiff)
        implements CaseFiles.Image {

    /** To read a file to its end without keeping it. */
    private static final VoxelBox ONE_VOXEL = new VoxelBox(0, 0, 0, 1, 1, 1);

    /** @throws InvalidInputException if it is not there or cannot be read */
    public static ImageFile read(Path path) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return read(path, files);
        }
    }

    /** @throws InvalidInputException if it is not there or cannot be read */
    public static ImageFile read(Path path, OpenFiles files) throws InvalidInputException {
        return of(path, open(FileKind.require(path, files), path, files));
    }

    static ImageFile of(Path path, StoredScan found) throws InvalidInputException {
        Optional<ImagePlus> tiff = found instanceof TiffFile file ? Optional.of(file.image()) : Optional.empty();
        return new ImageFile(path, found.scan(), found.series(), tiff);
    }

    /**
     * Finds lesions and reads what is needed of their scan: the mask first, where the image's header suffices for it,
     * then the lesions' box with its margin. Whatever is wrong with the image is said before what is wrong with the
     * mask.
     *
     * @param margin for the spacing that holds
     * @param files open until they are measured
     * @throws InvalidInputException if the image or the mask cannot be read or used
     */
    public static Excerpt excerpt(
            Path path,
            GivenSpacing spacing,
            Function<Spacing, Margin> margin,
            OpenFiles files,
            CaseFiles.LesionFinder finder)
            throws InvalidInputException {
        StoredScan found = open(FileKind.require(path, files), path, files);
        if (!found.isCuttable()) {
            ImageFile image = of(path, found);
            Scan scan = image.scan.spaced(spacing);
            return new Excerpt(scan, finder.in(image));
        }
        Scan place = found.header().scan();
        Marked marked;
        VoxelBox box;
        try {
            Margin around = margin.apply(place.spaced(spacing).spacing());
            marked = finder.in(new ImageFile(path, place, found.series(), Optional.empty()));
            box = marked.box(around, place.geometry());
        } catch (InvalidInputException e) {
            found.scan(ONE_VOXEL);
            throw e;
        }
        return new Excerpt(found.scan(box).spaced(spacing), marked);
    }

    @Override
    public Marked marked(Path mask, String label, Collection<String> besides, LesionRule rule, OpenFiles files)
            throws InvalidInputException {
        return MaskFile.marked(mask, label, besides, rule, this, files);
    }

    /** The same file with another scan of the same voxels, such as one that was given its spacing. */
    public ImageFile with(Scan other) {
        return new ImageFile(path, other, series, tiff);
    }

    /**
     * What a file says about its scan; of a TIFF that is known only when it is read.
     *
     * @throws InvalidInputException if it is not there, or cannot be read as far as its header tells
     */
    public static Header header(Path path) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return open(FileKind.require(path, files), path, files).header();
        }
    }

    static StoredScan open(FileKind kind, Path path, OpenFiles files) throws InvalidInputException {
        return kind == FileKind.TIFF ? new TiffFile(path, files) : kind.open(path, files);
    }
}
