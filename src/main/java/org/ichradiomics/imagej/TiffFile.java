package org.ichradiomics.imagej;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NearFile;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.WholeFile;

/** A TIFF, which is checked here and then read by ImageJ: its opener, decoder and reader each open it by its name. */
final class TiffFile implements StoredScan {

    private final String name;
    private final ImagePlus image;

    /** @throws InvalidInputException if it is not there, or cannot be read */
    TiffFile(Path file, OpenFiles files) throws InvalidInputException {
        name = file.getFileName().toString();
        if (!Files.isRegularFile(file))
            throw new InvalidInputException("There is no file " + name + NearFile.question(file) + ": check the path.");
        long promised = promised(file, files);
        Path named = named(file, files);
        image = opened(named);
        if (image.getStackSize() < promised && image.getStackSize() < slices(named)) {
            throw new InvalidInputException(name + " is cut short: it holds " + image.getStackSize() + " of "
                    + slices(named) + " slices; copy it again.");
        }
        image.setTitle(name);
    }

    static ImagePlus image(Path file) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return new TiffFile(file, files).image;
        }
    }

    ImagePlus image() {
        return image;
    }

    @Override
    public Scan scan() throws InvalidInputException {
        return ImageScan.of(image);
    }

    @Override
    public Scan labels() throws InvalidInputException {
        return ImageScan.ofLabels(image);
    }

    @Override
    public Header header() throws InvalidInputException {
        return new Header(name, FileKind.TIFF.toString(), "as ImageJ has it", scan().geometry());
    }

    @Override
    public List<String> series() {
        return List.of(name);
    }

    private Path named(Path file, OpenFiles files) throws InvalidInputException {
        try {
            return files.named(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ImagePlus opened(Path file) throws InvalidInputException {
        try {
            Opener opener = new Opener();
            opener.setSilentMode(true);
            ImagePlus opened = opener.openImage(file.toString());
            if (opened != null) return opened;
        } catch (RuntimeException e) {
            // ImageJ's decoder meets broken bytes with any runtime exception.
            throw unreadable(e);
        }
        throw unreadable(null);
    }

    /**
     * The slices of all its directories, some of which may be none to ImageJ.
     *
     * @throws InvalidInputException if the file says that it holds more than it does, before ImageJ believes it
     */
    private long promised(Path file, OpenFiles files) throws InvalidInputException {
        try {
            return TiffSizes.require(files.of(file));
        } catch (TiffSizes.CutStack e) {
            throw new InvalidInputException(name + " " + e.text(), e);
        } catch (EOFException e) {
            throw new InvalidInputException(
                    name + " claims to hold more than its " + WholeFile.length(file)
                            + " bytes can: it is cut short or damaged; copy it again, or save it again from ImageJ.",
                    e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InvalidInputException unreadable(Exception cause) {
        return new InvalidInputException(name + " cannot be read as TIFF: save it again from ImageJ.", cause);
    }

    /** How many slices ImageJ reads in it. */
    private static int slices(Path file) {
        FileInfo[] info = Opener.getTiffFileInfo(file.toString());
        if (info == null || info.length == 0) return 1;
        return info.length > 1 ? info.length : Math.max(1, info[0].nImages);
    }
}
