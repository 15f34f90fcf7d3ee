package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.ichradiomics.format.ZipNames;

/**
 * Where a DICOM file lies: on its own, or in a zip archive.
 *
 * @param file the file, or the archive
 * @param entry its path in the archive; null when it lies on its own
 */
record FilePlace(Path file, String entry) {

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
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    /** The first bytes of a file in an archive, enough to tell what it is. */
    byte[] start() throws IOException {
        try (ZipFile zip = ZipNames.open(file);
                InputStream in = zip.getInputStream(entry(zip))) {
            return in.readNBytes(START);
        }
    }

    private ZipEntry entry(ZipFile zip) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) throw new IOException("no such entry");
        return found;
    }

    /**
     * All of a file in an archive; memory grows with what is there, not with what is promised.
     *
     * @throws ZipException if it is not what was packed
     */
    byte[] unpacked() throws IOException {
        try (ZipFile zip = ZipNames.open(file)) {
            ZipEntry found = entry(zip);
            try (InputStream in = zip.getInputStream(found)) {
                byte[] all = in.readNBytes(MOST_UNPACKED);
                if (in.read() >= 0)
                    throw new DamagedException(
                            "unpacks to more than " + (MOST_UNPACKED >> 20) + " MB: unzip it first.");
                CRC32 sum = new CRC32();
                sum.update(all);
                // The archive does not look at its checksums itself; −1 where it names none.
                if (found.getCrc() >= 0 && found.getCrc() != sum.getValue()) throw new ZipException("checksum");
                return all;
            }
        }
    }
}
