package org.ichradiomics.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Names in a zip archive: in UTF-8 by most programs, in the code page of DOS by Windows Explorer, and only the newest
 * say which. Java opens no archive whose names are not what it was told.
 */
public final class ZipNames {

    /** The code page of the format's definition (APPNOTE, appendix D); any byte is a character in it. */
    public static final Charset DOS =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    private ZipNames() {}

    /** @throws IOException if it is no archive, or a damaged one */
    public static ZipFile open(Path archive) throws IOException {
        try {
            return new ZipFile(archive.toFile());
        } catch (ZipException e) {
            return new ZipFile(archive.toFile(), DOS);
        }
    }
}
