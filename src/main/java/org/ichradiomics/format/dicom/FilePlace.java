package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.WholeFile;

/**
 * Where a DICOM file lies: on its own, or in a zip archive.
 *
 * @param files that are open
 * @param file the file, or the archive
 * @param entry its path in the archive; null when it lies on its own
 */
record FilePlace(OpenFiles files, Path file, String entry) {

    /** The most one file of an archive may unpack to: a bomb ends here. */
    private static final int MOST_UNPACKED = 1 << 29;

    /** Of the attributes of a file without a preamble, the first three must fit in. */
    private static final int START = 1 << 10;

    boolean isPacked() {
        return entry != null;
    }

    /** Whether it is a file without a byte, of whatever kind it was to be. */
    boolean isEmpty() {
        try {
            return !isPacked() && Files.isRegularFile(file) && Files.size(file) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The file's name without its folder. */
    String name() {
        if (isPacked()) return entry.substring(entry.lastIndexOf('/') + 1);
        return WholeFile.name(file);
    }

    /** Whether it begins as DICOM files do; of what is no DICOM no more is read, as long as it may be. */
    boolean isDicom() throws IOException {
        if (!isPacked()) return DicomParser.looksLikeDicom(Bytes.of(files.of(file)));
        try (InputStream in = zip().getInputStream(found())) {
            return DicomParser.looksLikeDicom(Bytes.of(in.readNBytes(START)));
        }
    }

    /** The file as it is, unpacked if it lies in an archive. */
    Bytes open() throws IOException {
        return isPacked() ? Bytes.of(unpacked()) : Bytes.of(files.of(file));
    }

    /** What was no DICOM is not read again. */
    void close() {
        try {
            if (!isPacked()) files.of(file).close();
        } catch (IOException e) {
            // It was never open.
        }
    }

    private ZipFile zip() throws IOException {
        return files.archive(file).orElseThrow(ZipException::new);
    }

    private ZipEntry found() throws IOException {
        ZipEntry found = zip().getEntry(entry);
        if (found == null) throw new IOException("no such entry");
        return found;
    }

    /**
     * All of a file in an archive; memory grows with what is there, not with what is promised.
     *
     * @throws ZipException if it is not what was packed
     */
    private byte[] unpacked() throws IOException {
        ZipEntry found = found();
        try (InputStream in = zip().getInputStream(found)) {
            byte[] all = in.readNBytes(MOST_UNPACKED);
            if (in.read() >= 0)
                throw new DamagedException("unpacks to more than " + (MOST_UNPACKED >> 20) + " MB: unzip it first.");
            CRC32 sum = new CRC32();
            sum.update(all);
            // The archive does not look at its checksums itself; −1 where it names none.
            if (found.getCrc() >= 0 && found.getCrc() != sum.getValue()) throw new ZipException("checksum");
            return all;
        }
    }
}
