package org.ichradiomics.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NearFile;
import org.ichradiomics.text.WholeFile;

/**
 * One attempt at a file: whatever the disk has against it ends in one sentence that names the file without its folder.
 */
interface Reading<T> {

    T attempt() throws IOException, InvalidInputException;

    /**
     * @param name what to call the file
     * @throws InvalidInputException if the attempt fails, for whatever reason
     */
    static <T> T of(String name, Reading<T> reading) throws InvalidInputException {
        try {
            return reading.attempt();
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(missing(name, e), e);
        } catch (EOFException e) {
            throw new InvalidInputException(
                    name + " is cut short, its last voxels are missing:" + " copy or download it again.", e);
        } catch (ZipException e) {
            throw new InvalidInputException(
                    name + " is damaged, its gzip or zlib data cannot be unpacked:" + " copy or download it again.", e);
        } catch (IOException e) {
            throw new InvalidInputException(name + " cannot be read: check that it is a file you may open.", e);
        }
    }

    private static String missing(String name, NoSuchFileException e) {
        String absent = e.getFile() == null ? name : WholeFile.name(Path.of(e.getFile()));
        String near = e.getFile() == null ? "" : NearFile.question(Path.of(e.getFile()));
        return absent.equals(name)
                ? name + " cannot be read, there is no such file" + near + ": check its name and folder."
                : name + " cannot be read without " + absent + ": put both into one folder.";
    }
}
