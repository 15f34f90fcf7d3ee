package org.ichradiomics.format;

import java.nio.file.Path;

import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

/**
 * For tests: scans and masks in one call, from files and folders of any {@link FileKind} that is read without ImageJ.
 */
public final class ScanFile {

    private interface Door {
        FileKind kind(Path path, OpenFiles files) throws InvalidInputException;
    }

    private interface Use<T> {
        T of(StoredScan found) throws InvalidInputException;
    }

    private ScanFile() {}

    /** @throws InvalidInputException as {@link StoredScan#scan} */
    public static Scan readScan(Path path) throws InvalidInputException {
        return read(path, FileKind::require, StoredScan::scan);
    }

    /** As a kind that is known, whatever the file is. */
    public static Scan readScan(FileKind kind, Path path) throws InvalidInputException {
        return read(path, (file, files) -> kind, StoredScan::scan);
    }

    /** @throws InvalidInputException as {@link StoredScan#scan}, or if {@link Labels#of} refuses it */
    public static Labels readLabels(Path path) throws InvalidInputException {
        return read(path, FileKind::ofMask, StoredScan::mask);
    }

    /** @throws InvalidInputException as {@link StoredScan#header} */
    public static Header probe(Path path) throws InvalidInputException {
        return read(path, FileKind::require, StoredScan::header);
    }

    public static Labels readLabels(FileKind kind, Path path) throws InvalidInputException {
        return read(path, (file, files) -> kind, StoredScan::mask);
    }

    private static <T> T read(Path path, Door door, Use<T> use) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return use.of(door.kind(path, files).open(path, files));
        }
    }
}
