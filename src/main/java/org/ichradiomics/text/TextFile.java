package org.ichradiomics.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A UTF-8 text file, read strictly and replaced as a whole: whoever opens it sees the old text or the new one, never
 * half of it.
 */
public final class TextFile {

    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

    private TextFile() {}

    /**
     * The text of the file as it stands, a byte order mark included.
     *
     * @throws InvalidInputException if the file is missing, a folder, unreadable, or not UTF-8
     */
    public static String read(Path file) throws InvalidInputException {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(WholeFile.name(file) + " is a folder: choose a file in it.");
        }
        if (!Files.exists(file)) {
            throw new InvalidInputException("There is no file " + WholeFile.name(file) + " in " + WholeFile.folder(file)
                    + NearFile.question(file) + ": check the name and the folder.");
        }
        try {
            // A decoder, because new String(bytes, UTF_8) would turn a broken byte into a question mark without a word.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, e);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(
                    WholeFile.name(file) + " is not UTF-8 text: save it as UTF-8 (in Excel: \"CSV UTF-8\").", e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    WholeFile.name(file) + " in " + WholeFile.folder(file) + " cannot be read: check its permissions.",
                    e);
        }
    }

    /**
     * Replaces the file's text, or makes the file.
     *
     * @throws InvalidInputException as {@link WholeFile#replace}; the old file is then as it was
     */
    public static void write(Path file, String text) throws InvalidInputException {
        WholeFile.replace(file, WholeFile.of(text));
    }

    /**
     * Makes the file; one that is there is left as it is if it holds the same text, and replaced only if it may be.
     *
     * @return whether anything was written
     * @throws InvalidInputException as {@link WholeFile#write}
     */
    public static boolean write(Path file, String text, Replacing replacing) throws InvalidInputException {
        return WholeFile.write(file, WholeFile.of(text), replacing);
    }

    /** Java has no text of more than 2 GB, whatever its memory, and throws the same error for it. */
    static InvalidInputException tooLarge(Path file, OutOfMemoryError e) {
        boolean everywhere = WholeFile.length(file) > MOST_BYTES;
        return new InvalidInputException(
                Sentence.of(
                        WholeFile.name(file),
                        everywhere ? " is larger than 2 GB: " : " does not fit into the memory: ",
                        everywhere ? "" : Sentence.of(Mend.MEMORY, ", or "),
                        "leave out columns or rows that are not needed."),
                e);
    }
}
