package org.ichradiomics.imagej;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;

import org.ichradiomics.format.ScanFile;
import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** Scans and masks from files: TIFF through ImageJ, all else by {@link ScanFile}. */
public final class ImageFile {

    private ImageFile() {}

    /** @throws InvalidInputException if the file is not there or cannot be read */
    public static Scan scan(Path file) throws InvalidInputException {
        return isTiff(file) ? ImageScan.of(tiff(file)) : ScanFile.readScan(file);
    }

    /** @throws InvalidInputException if the file is not there, cannot be read or holds no labels */
    public static Labels labels(Path file) throws InvalidInputException {
        return isTiff(file) ? Labels.of(mask(file)) : ScanFile.readLabels(file);
    }

    /**
     * The volume of a mask file with its labels as values, on which other masks can be laid.
     *
     * @throws InvalidInputException if the file is not there or cannot be read
     */
    public static Scan mask(Path file) throws InvalidInputException {
        return isTiff(file) ? ImageScan.ofLabels(tiff(file)) : ScanFile.readScan(file);
    }

    /**
     * What a file says about its volume; of a TIFF that is known only when it is read.
     *
     * @throws InvalidInputException if the file is not there, or cannot be read as far as its header tells
     */
    public static Header header(Path file) throws InvalidInputException {
        if (!isTiff(file)) return ScanFile.probe(file);
        Scan scan = scan(file);
        return new Header(scan.name(), "TIFF", "as ImageJ has it", scan.geometry());
    }

    /** The same of a mask, which is one file. */
    public static Header maskHeader(Path file) throws InvalidInputException {
        return Files.isDirectory(file) ? ScanFile.probeLabels(file) : header(file);
    }

    /** By name or by magic number, so that a TIFF is one whatever it is called. */
    public static boolean isTiff(Path file) {
        if (file.getFileName() == null || Files.isDirectory(file)) return false;
        // The 128 bytes before a DICOM file's header may be those of a TIFF.
        if (DicomFolder.looksLikeDicom(file)) return false;
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".tif") || name.endsWith(".tiff")) return true;
        // A pipe would keep the reader waiting.
        if (!Files.isRegularFile(file)) return false;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4
                    && (magic[0] == 'I' && magic[1] == 'I' && magic[2] == 42 && magic[3] == 0
                            || magic[0] == 'M' && magic[1] == 'M' && magic[2] == 0 && magic[3] == 42);
        } catch (IOException e) {
            return false;
        }
    }

    public static ImagePlus tiff(Path file) throws InvalidInputException {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file))
            throw new InvalidInputException("There is no file " + name + ": check the path.");
        requireWhole(file, name);
        ImagePlus image;
        try {
            Opener opener = new Opener();
            opener.setSilentMode(true);
            image = opener.openImage(file.toString());
        } catch (RuntimeException e) {
            // ImageJ's decoder meets broken bytes with any runtime exception.
            throw new InvalidInputException(name + " cannot be read as TIFF: save it again from ImageJ.", e);
        }
        if (image == null)
            throw new InvalidInputException(name + " cannot be read as TIFF: save it again from ImageJ.");
        int promised = slices(file);
        if (image.getStackSize() < promised) {
            throw new InvalidInputException(name + " is cut short: it holds " + image.getStackSize() + " of " + promised
                    + " slices; copy it again.");
        }
        image.setTitle(name);
        return image;
    }

    /** @throws InvalidInputException if the file says that it holds more than it does, before ImageJ believes it */
    private static void requireWhole(Path file, String name) throws InvalidInputException {
        try {
            TiffSizes.require(file);
        } catch (TiffSizes.CutStack e) {
            throw new InvalidInputException(name + " " + e.text(), e);
        } catch (EOFException e) {
            throw new InvalidInputException(
                    name + " claims to hold more than its " + file.toFile().length()
                            + " bytes can: it is cut short or damaged; copy it again, or save it again from ImageJ.",
                    e);
        } catch (IOException e) {
            throw new InvalidInputException(name + " cannot be read as TIFF: save it again from ImageJ.", e);
        }
    }

    /** How many slices the file says it has. */
    private static int slices(Path file) {
        FileInfo[] info = Opener.getTiffFileInfo(file.toString());
        if (info == null || info.length == 0) return 1;
        return info.length > 1 ? info.length : Math.max(1, info[0].nImages);
    }
}
