package org.ichradiomics.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.format.dicom.DicomSeries;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * Scans and masks from files and folders: what it is, is told by the content first and by the name only where the
 * content says nothing.
 *
 * <p>Everything that is wrong ends in an {@link InvalidInputException} that names the file without its folder.
 */
public final class ScanFile {

    /** The endings that do not belong to the name of the case; the compound ones first. */
    private static final Pattern ENDING = Pattern.compile(
            "\\.(?:(?:nii|hdr|img|tiff?)(?:\\.gz)?|seg\\.nrrd|nrrd|nhdr|mha|mhd|dcm|dicom)$", Pattern.CASE_INSENSITIVE);

    private ScanFile() {}

    /**
     * Reads a scan and turns it to LPS.
     *
     * @throws InvalidInputException if it cannot be read, or does not hold exactly one volume of numbers
     */
    public static Scan readScan(Path path) throws InvalidInputException {
        return isDicom(path) ? DicomFolder.read(path) : format(path).readScan(path);
    }

    /**
     * Reads a mask and turns it to LPS.
     *
     * @throws InvalidInputException if it cannot be read, does not hold exactly one volume, or {@link Labels#of}
     *     refuses it
     */
    public static Labels readLabels(Path path) throws InvalidInputException {
        MaskFolder.refuse(path);
        return Labels.of(readScan(path));
    }

    /** @throws InvalidInputException as {@link #readLabels}, as far as the header tells */
    public static Header probeLabels(Path path) throws InvalidInputException {
        MaskFolder.refuse(path);
        return probe(path);
    }

    /**
     * Reads the header only, and checks that the file is long enough for it. What only the voxels can tell, such as
     * damaged packed data, is found by {@link #readScan}.
     *
     * @throws InvalidInputException as {@link #readScan}, as far as the header tells
     */
    public static Header probe(Path path) throws InvalidInputException {
        return isDicom(path) ? DicomFolder.probe(path) : format(path).probe(path);
    }

    /**
     * The scans that a file or folder holds, the one that is read first; in words to choose by.
     *
     * @throws InvalidInputException if there is none
     */
    public static List<String> series(Path path) throws InvalidInputException {
        if (!isDicom(path)) return List.of(name(path));
        return DicomFolder.find(path).stream().map(DicomSeries::description).toList();
    }

    /**
     * The name of a file or folder without its folder and its ending, {@code .nii.gz} and {@code .seg.nrrd} as a whole.
     */
    public static String caseName(Path path) {
        String name = name(path);
        String stem = ENDING.matcher(name).replaceFirst("");
        return stem.isEmpty() ? name : stem;
    }

    /** A folder with a scan in it can be nothing else. */
    private static boolean isDicom(Path path) {
        return Files.isDirectory(path) || DicomFolder.looksLikeDicom(path);
    }

    private static VolumeFormat format(Path path) throws InvalidInputException {
        Optional<VolumeFormat> format = VolumeFormat.of(path);
        if (format.isPresent()) return format.get();
        String name = name(path);
        if (!Files.exists(path)) {
            throw new InvalidInputException(
                    name + " cannot be read, there is no such file: check its name and folder.");
        }
        throw new InvalidInputException(name
                + " is of no kind that is read here: open DICOM (a folder or a file), NIfTI (.nii, .nii.gz, .hdr/.img), NRRD (.nrrd, .seg.nrrd,"
                + " .nhdr), MetaImage (.mha, .mhd), or a TIFF saved by ImageJ.");
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
