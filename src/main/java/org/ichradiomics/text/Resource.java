package org.ichradiomics.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of this software in the jar. What is wrong with it is ours, not the user's, and no sentence for him.
 *
 * @param beside the class beside which it lies
 * @param name its path from there
 */
public record Resource(Class<?> beside, String name) {

    /** Makes something of a text. */
    @FunctionalInterface
    public interface Parser<T> {

        /**
         * @param file how sentences call the text
         * @throws InvalidInputException if the text is none
         */
        T parse(String text, String file) throws InvalidInputException;
    }

    /** @throws IOException if it is missing */
    public InputStream open() throws IOException {
        InputStream in = beside.getResourceAsStream(name);
        if (in == null) throw new FileNotFoundException(name + " is missing in the jar");
        return in;
    }

    /** Its text, UTF-8. */
    public String text() {
        try (InputStream in = open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** What it stands for. */
    public <T> T parsed(Parser<T> parser) {
        try {
            return parser.parse(text(), name);
        } catch (InvalidInputException e) {
            throw unreadable(e);
        }
    }

    /** The rows of a table without quotation marks: column → cell. */
    public List<Map<String, String>> rows() {
        List<String[]> lines = text().lines().map(line -> line.split(",", -1)).toList();
        return lines.stream().skip(1).map(cells -> row(lines.get(0), cells)).toList();
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int c = 0; c < columns.length; c++) row.put(columns[c], cells[c]);
        return row;
    }

    private IllegalStateException unreadable(Exception e) {
        return new IllegalStateException(name + " in the jar cannot be read", e);
    }
}
