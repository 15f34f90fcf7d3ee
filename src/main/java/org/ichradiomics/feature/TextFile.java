package org.ichradiomics.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.ichradiomics.region.InvalidInputException;

/** A UTF-8 text file, read strictly and replaced as a whole: whoever opens it sees the old text or the new one, never half of it. */
public final class TextFile {

    private TextFile() {
    }

    /**
     * The text of the file as it stands, a byte order mark included.
     *
     * @throws InvalidInputException if the file is missing, a folder, unreadable, or not UTF-8
     */
    public static String read(Path file) throws InvalidInputException {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(name(file) + " is a folder: choose a file in it.");
        }
        if (!Files.exists(file)) {
            throw new InvalidInputException("There is no file " + name(file) + " in " + folder(file) + ": check the name and the folder.");
        }
        try {
            // A decoder, because new String(bytes, UTF_8) would turn a broken byte into a question mark without a word.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(name(file) + " is not UTF-8 text: save it as UTF-8 (in Excel: \"CSV UTF-8\").", e);
        } catch (IOException e) {
            throw new InvalidInputException(name(file) + " in " + folder(file) + " cannot be read: check its permissions.", e);
        }
    }

    /**
     * Replaces the file's text, or makes the file. The text is written beside it first and then moved into its place, so a
     * failure leaves the old file as it was.
     *
     * @throws InvalidInputException if the folder is missing, or folder or file cannot be written to
     */
    public static void write(Path file, String text) throws InvalidInputException {
        Path temporary = null;
        try {
            Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();   // else the link would be replaced
            refuseUnwritable(target);
            temporary = target.resolveSibling(".ich-radiomics-" + UUID.randomUUID() + ".tmp");
            // Not createTempFile: its owner-only permissions would stay on the result.
            Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
            moveInto(target, temporary);
        } catch (AccessDeniedException e) {
            throw new InvalidInputException(cannotWrite(file)
                    + "it is write-protected or open in another program; close it there or choose another folder.", e);
        } catch (IOException e) {
            throw new InvalidInputException(cannotWrite(file)
                    + "the disk may be full, or the file open in another program; close it there or choose another folder.", e);
        } finally {
            delete(temporary);
        }
    }

    private static void refuseUnwritable(Path target) throws InvalidInputException, AccessDeniedException {
        if (Files.isDirectory(target)) {
            throw new InvalidInputException(cannotWrite(target) + "there is a folder of that name; choose another name.");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {     // a device, say, would be replaced by a file
            throw new InvalidInputException(cannotWrite(target) + "it is no ordinary file; choose another name.");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new InvalidInputException(cannotWrite(target) + "that folder does not exist; make it or choose another.");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {    // a move would replace even a protected file
            throw new AccessDeniedException(target.toString());
        }
    }

    private static void moveInto(Path target, Path temporary) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // A hidden temporary file stays behind; the answer to the caller is decided already.
        }
    }

    private static String cannotWrite(Path file) {
        return name(file) + " cannot be written in " + folder(file) + ": ";
    }

    private static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    private static String folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return "the folder " + (parent == null ? file : parent);
    }
}
