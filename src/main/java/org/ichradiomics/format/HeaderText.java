package org.ichradiomics.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFile;
import org.ichradiomics.text.WholeFile;

/** The lines of text before the voxels of a NRRD or MetaImage file: fields with a value each. */
final class HeaderText {

    /** The descriptions of hundreds of segments fit in; beyond, it is no header. */
    private static final int MOST_BYTES = 1 << 22;

    private static final int MOST_DIMENSIONS = 16;

    private final String name;
    private final OpenFile file;
    private final InputStream in;
    private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private long length;

    HeaderText(OpenFile file) {
        this.name = WholeFile.name(file.path());
        this.file = file;
        this.in = new BufferedInputStream(file.from(0));
    }

    /** What to call the file. */
    String name() {
        return name;
    }

    OpenFile file() {
        return file;
    }

    /** Bytes read so far. */
    long length() {
        return length;
    }

    /** The next line without its end; null when there is none. */
    String line() throws IOException, InvalidInputException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) return null;
        for (; next >= 0; next = in.read()) {
            if (++length > MOST_BYTES) throw damaged("a header that does not end");
            if (next == '\n') break;
            line.write(next);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** @throws InvalidInputException if the field is there with another value: which of the two holds, nobody knows */
    void put(String field, String value) throws InvalidInputException {
        String earlier = fields.putIfAbsent(field, value.strip());
        if (earlier != null && !earlier.equals(value.strip())) throw damaged("two values for one field of its header");
    }

    /** The value of the first of these fields that is there. */
    Optional<String> get(String... synonyms) {
        for (String field : synonyms) if (fields.containsKey(field)) return Optional.of(fields.get(field));
        return Optional.empty();
    }

    /** @throws InvalidInputException if none of these fields is there */
    String require(String... synonyms) throws InvalidInputException {
        return get(synonyms).orElseThrow(() -> damaged("no field \"" + synonyms[0] + "\""));
    }

    /** The whole number of a field; {@code otherwise} if it is not there. */
    long integer(long otherwise, String... synonyms) throws InvalidInputException {
        Optional<String> value = get(synonyms);
        return value.isEmpty() ? otherwise : integers(synonyms[0], value.get(), 1)[0];
    }

    /**
     * How many axes the file has.
     *
     * @throws InvalidInputException if they are not 2 to {@value #MOST_DIMENSIONS}
     */
    int dimensions(String field) throws InvalidInputException {
        long dimensions = integers(field, require(field), 1)[0];
        if (dimensions >= 2 && dimensions <= MOST_DIMENSIONS) return (int) dimensions;
        throw new InvalidInputException(name + " claims to have " + dimensions
                + " dimensions, but a scan or a mask has 2 or 3: the file is damaged or of another kind.");
    }

    /** @throws InvalidInputException unless there are {@code count} whole numbers */
    long[] integers(String field, String value, int count) throws InvalidInputException {
        String[] words = words(value);
        if (words.length != count) throw unreadable(field);
        long[] numbers = new long[count];
        try {
            for (int i = 0; i < count; i++) numbers[i] = Long.parseLong(words[i]);
        } catch (NumberFormatException e) {
            throw unreadable(field);
        }
        return numbers;
    }

    /** @throws InvalidInputException unless there are {@code count} numbers; NaN is one */
    double[] decimals(String field, String value, int count) throws InvalidInputException {
        String[] words = words(value);
        if (words.length != count) throw unreadable(field);
        double[] numbers = new double[count];
        try {
            for (int i = 0; i < count; i++) {
                numbers[i] = words[i].equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(words[i]);
            }
        } catch (NumberFormatException e) {
            throw unreadable(field);
        }
        return numbers;
    }

    static String[] words(String value) {
        return value.isBlank() ? new String[0] : value.strip().split("\\s+");
    }

    /**
     * The file that the header names for its voxels. Only a neighbour is opened: a header from elsewhere must not make
     * this machine read what it names.
     *
     * @throws InvalidInputException if it would be in another folder
     */
    Path neighbour(String value) throws InvalidInputException {
        String other = value.startsWith("./") ? value.substring(2) : value;
        try {
            if (!other.isEmpty()
                    && !other.equals(".")
                    && !other.equals("..")
                    && other.indexOf('/') < 0
                    && other.indexOf('\\') < 0) {
                return file.path().resolveSibling(other);
            }
        } catch (InvalidPathException e) {
            throw damaged("a name of a data file that no file can have");
        }
        throw new InvalidInputException(name + " names a data file in another folder, and only its own is searched:"
                + " put both files into one folder, and write the name without a folder into " + name + ".");
    }

    /** @throws InvalidInputException if the voxels are in a list of files, or in files that a pattern names */
    void requireSingle(String data) throws InvalidInputException {
        String[] words = words(data);
        boolean list = words.length > 0 && words[0].equals("LIST");
        boolean pattern = words.length >= 4 && words[0].contains("%");
        if (!list && !pattern) return;
        throw new InvalidInputException(
                name + " keeps its voxels in several files, which is not read: save it as one file.");
    }

    /** Says that a data file of its own holds more than the header tells. */
    String surplus() {
        return name
                + " has a data file that is longer than the header says: check on the picture that the two belong "
                + "together.";
    }

    InvalidInputException unreadable(String field) {
        return damaged("a field \"" + field + "\" that cannot be read");
    }

    InvalidInputException damaged(String what) {
        return new InvalidInputException(name + " has " + what + ": the file is damaged, export it again.");
    }
}
