package org.ichradiomics.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes files as a whole: whoever opens one sees the old bytes or the new ones, never half of them. What is written
 * lies beside the file first and is then moved into its place, so a failure leaves the old file as it was.
 */
public final class WholeFile {

    private static final int BUFFER = 1 << 16;

    /** Ends the name of a file that is being written; one that stays was left by a program that was ended. */
    public static final String UNFINISHED = ".tmp";

    /** A chain of links longer than this is a circle. */
    private static final int MOST_LINKS = 40;

    /** What a file shall hold. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes all of it.
         *
         * @throws IOException if the disk refuses it
         * @throws InvalidInputException if there is nothing that could be written
         */
        void writeTo(OutputStream out) throws IOException, InvalidInputException;
    }

    private WholeFile() {}

    /** The bytes of a text in UTF-8; half a character is refused, not written as a question mark. */
    public static Content of(String text) {
        return out -> {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            out.write(bytes.array(), 0, bytes.limit());
        };
    }

    /**
     * Makes the file, or replaces it whatever it holds.
     *
     * @throws InvalidInputException if the folder is missing, or folder or file cannot be written to; the old file is
     *     then as it was
     */
    public static void replace(Path file, Content content) throws InvalidInputException {
        write(file, content, Replacing.ALWAYS);
    }

    /**
     * Makes the file; one that is there is left as it is if it holds the same bytes, and replaced only if it may be.
     *
     * @return whether anything was written
     * @throws InvalidInputException as {@link #replace}, or if other bytes are there that may not be replaced
     */
    public static boolean write(Path file, Content content, Replacing replacing) throws InvalidInputException {
        Path unfinished = null;
        try {
            Path target = target(file);
            refuseUnwritable(target);
            unfinished = target.resolveSibling(".ich-radiomics-" + UUID.randomUUID() + UNFINISHED);
            // Not createTempFile: its owner-only permissions would stay on the result.
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    BUFFER)) {
                content.writeTo(out);
            }
            if (Files.exists(target)) {
                if (Files.mismatch(target, unfinished) < 0) return false;
                replacing.allow(name(file));
            }
            move(unfinished, target);
            return true;
        } catch (AccessDeniedException e) {
            throw isProtected(file, e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    cannotWrite(file)
                            + "the disk may be full, or the file open in another program; close it there or choose "
                            + "another folder.",
                    e);
        } finally {
            delete(unfinished);
        }
    }

    /**
     * Makes texts that belong together, as {@link #writeBytes}.
     *
     * @param texts what each file shall hold
     * @return those that were written
     * @throws InvalidInputException as {@link #write}
     */
    public static List<Path> write(Map<Path, String> texts, Replacing replacing) throws InvalidInputException {
        Map<Path, byte[]> bytes = new LinkedHashMap<>();
        texts.forEach((file, text) -> bytes.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return writeBytes(bytes, replacing);
    }

    /**
     * Makes files that belong together, each as {@link #write}, but none of them unless all may be written; of those
     * that one failure keeps from being made none is new.
     *
     * @param contents what each shall hold
     * @return those that were written
     * @throws InvalidInputException as {@link #write}
     */
    public static List<Path> writeBytes(Map<Path, byte[]> contents, Replacing replacing) throws InvalidInputException {
        List<Path> changed = new ArrayList<>();
        for (Map.Entry<Path, byte[]> content : contents.entrySet()) {
            if (holds(content.getKey(), content.getValue())) continue;
            if (Files.exists(content.getKey())) replacing.allow(name(content.getKey()));
            changed.add(content.getKey());
        }
        List<Path> made = new ArrayList<>();
        try {
            for (Path file : changed) {
                boolean isNew = !Files.exists(file);
                replace(file, out -> out.write(contents.get(file)));
                if (isNew) made.add(file);
            }
            return changed;
        } catch (InvalidInputException e) {
            made.forEach(WholeFile::delete);
            throw e;
        }
    }

    private static boolean holds(Path file, byte[] content) {
        try {
            return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Refuses what could not be written, before it is computed.
     *
     * @throws InvalidInputException as {@link #replace}, as far as it can be told beforehand
     */
    public static void check(Path file) throws InvalidInputException {
        try {
            Path target = target(file);
            refuseUnwritable(target);
            if (!Files.isWritable(target.getParent())) throw new AccessDeniedException(target.toString());
        } catch (IOException e) {
            throw isProtected(file, e);
        }
    }

    /** Whether two paths name one file that is there. */
    public static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }

    /** Where a link leads, or else the link would be replaced and not the file; also where nothing is yet. */
    private static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) throw new IOException("a circle of links");
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void refuseUnwritable(Path target) throws InvalidInputException, AccessDeniedException {
        if (target.getParent() == null || Files.isDirectory(target)) {
            throw new InvalidInputException(
                    cannotWrite(target) + "there is a folder of that name; choose another name.");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) { // a device, say, would be replaced by a file
            throw new InvalidInputException(cannotWrite(target) + "it is no ordinary file; choose another name.");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new InvalidInputException(
                    cannotWrite(target) + "that folder does not exist; make it or choose another.");
        }
        if (Files.exists(target) && !Files.isWritable(target)) { // a move would replace even a protected file
            throw new AccessDeniedException(target.toString());
        }
    }

    private static void move(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path unfinished) {
        try {
            if (unfinished != null) Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // A hidden temporary file stays behind; the answer to the caller is decided already.
        }
    }

    private static InvalidInputException isProtected(Path file, IOException e) {
        return new InvalidInputException(
                cannotWrite(file)
                        + "it is write-protected or open in another program; close it there or choose another folder.",
                e);
    }

    private static String cannotWrite(Path file) {
        return name(file) + " cannot be written in " + folder(file) + ": ";
    }

    /** Of a file without its folder, as sentences have it. */
    public static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    /** In bytes; 0 where it cannot be told. */
    public static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    static String folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return "the folder " + (parent == null ? file : parent);
    }

    /**
     * What lies in a folder, in order, without hidden ones.
     *
     * @throws InvalidInputException if it cannot be read
     */
    public static List<Path> entries(Path folder) throws InvalidInputException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !name(file).startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The folder " + name(folder) + " cannot be read: check its permissions.", e);
        }
    }
}
