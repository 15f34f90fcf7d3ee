package org.ichradiomics.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A finished table is never lost, a row never stands twice.
 *
 * <p>Covers Replacing.
 */
class GrowingTableTest {

    private static final List<String> COLUMNS = List.of("case", "x");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("cohort.csv");
    }

    private static FeatureTable row(Object... cells) {
        return FeatureTable.of(COLUMNS, List.of(List.of(cells)));
    }

    private GrowingTable.Added add(boolean overwrite, FeatureTable... parts) throws InvalidInputException {
        return new GrowingTable(file(), Replacing.of(overwrite)).add(List.of(parts), GrowingTable.Before.NOTHING);
    }

    private void assertOnlyTheTable() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("cohort.csv"),
                    files.map(path -> path.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"case,x\nP1,1.50\n", "case,x\nP1,1.50"})
    void addsAndKeepsWhatIsThere(String there) throws Exception {
        Files.writeString(file(), there);
        GrowingTable.Added added = add(false, row("P2", 0.1));
        assertTrue(added.isChanged());
        assertEquals(List.of(), added.notes());
        assertEquals("case,x\nP1,1.50\nP2,0.1\n", Files.readString(file()));
        assertOnlyTheTable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n"})
    void makesTheFile(String there) throws Exception {
        add(false, row("P2", 0.1));
        assertEquals("case,x\nP2,0.1\n", Files.readString(file()));
        Files.writeString(file(), there);
        add(false, row("P2", 0.1));
        assertEquals("case,x\nP2,0.1\n", Files.readString(file()));
    }

    @Test
    void aRowThatIsEqualInEveryCellIsNotAddedTwice() throws Exception {
        add(false, row("P1", 1), row("P2", 0.1));
        byte[] before = Files.readAllBytes(file());
        GrowingTable.Added added = add(false, row("P2", 0.1));
        assertFalse(added.isChanged());
        assertEquals(List.of("cohort.csv holds this row of P2 already: nothing was added."), added.notes());
        assertEquals(new String(before), Files.readString(file()));
        // Saved by a spreadsheet, with a byte order mark and CR LF.
        Files.writeString(file(), "\uFEFFcase,x\r\nP1,1\r\nP2,0.1\r\n");
        assertFalse(add(false, row("P2", 0.1)).isChanged());
    }

    @Test
    void anotherRowOfTheSameCaseIsAddedAndSaid() throws Exception {
        add(false, row("P1", 1));
        assertEquals(
                List.of("cohort.csv had a row of P1 before, with other values: another was added."),
                add(false, row("P1", 2)).notes());
        assertEquals("case,x\nP1,1\nP1,2\n", Files.readString(file()));
    }

    @Test
    void rowsThatBelongTogetherAreAddedTogether() throws Exception {
        FeatureTable list = FeatureTable.of(COLUMNS, List.of(List.of("a", 1), List.of("a", 2)));
        FeatureTable other = FeatureTable.of(COLUMNS, List.of(List.of("a", 1), List.of("a", 3)));
        add(false, list);
        assertFalse(add(false, list).isChanged());
        add(false, other);
        assertEquals("case,x\na,1\na,2\na,1\na,3\n", Files.readString(file()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case,y\nP1,1\n|cohort.csv has other columns than the rows to be added (column 2 is \"y\" there, "
                        + "\"x\" here)",
                "case,x,y\nP1,1,2\n|cohort.csv has other columns than the rows to be added (3 there, 2 here)",
                "case;x\nP1;1\n|cohort.csv is not separated by commas, so rows cannot be added to it",
                "case,x\nP1,\"1\n|cohort.csv is no table to which rows could be added"
            })
    void otherTablesAreRefusedAndBegunAnewOnlyIfTheUserSaysSo(String thereAndSentence) throws Exception {
        String there = thereAndSentence.split("\\|")[0];
        String sentence =
                thereAndSentence.split("\\|")[1] + ": choose another file, or give overwrite=yes to begin it anew.";
        Files.writeString(file(), there);
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> add(false, row("P2", 0.1)))
                        .getMessage());
        assertEquals(
                sentence,
                assertThrows(
                                InvalidInputException.class,
                                () -> new GrowingTable(file(), Replacing.of(false)).check(COLUMNS))
                        .getMessage(),
                "before anything is measured");
        assertEquals(there, Files.readString(file()), "nothing is lost");
        add(true, row("P2", 0.1));
        assertEquals("case,x\nP2,0.1\n", Files.readString(file()));
    }

    @Test
    void aTableBegunAnewGrowsFromThen() throws Exception {
        add(false, row("P1", 1));
        GrowingTable anew = new GrowingTable(file(), Replacing.of(true));
        anew.add(List.of(row("P2", 2)), GrowingTable.Before.NOTHING);
        anew.add(List.of(row("P3", 3)), GrowingTable.Before.NOTHING);
        assertEquals("case,x\nP2,2\nP3,3\n", Files.readString(file()));
    }

    @Test
    void somebodyWhoIsAskedDecidesOnce() throws Exception {
        Files.writeString(file(), "case,y\nP1,1\n");
        List<String> asked = new ArrayList<>();
        GrowingTable table = new GrowingTable(file(), new Replacing(false, asked::add));
        table.check(COLUMNS);
        table.add(List.of(row("P2", 2)), GrowingTable.Before.NOTHING);
        assertEquals(1, asked.size());
        assertEquals("case,x\nP2,2\n", Files.readString(file()));
    }

    @Test
    void theRecordIsAheadOfTheTable() throws Exception {
        add(false, row("P1", 1));
        assertThrows(
                InvalidInputException.class,
                () -> new GrowingTable(file(), Replacing.of(false))
                        .add(List.of(row("P1", 1), row("P2", 2)), (parts, anew) -> {
                            assertEquals(List.of(1), parts);
                            assertFalse(anew);
                            throw new InvalidInputException("The disk is full.");
                        }));
        assertEquals(
                "case,x\nP1,1\n",
                Files.readString(file()),
                "a row without its record would be one that nobody can explain");
    }

    @Test
    void manyWritersLoseNoRow() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> writers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int id = i;
                writers.add(() -> add(false, row("P" + id, id)));
            }
            for (Future<Object> writer : pool.invokeAll(writers)) writer.get();
        } finally {
            pool.shutdownNow();
        }
        assertEquals(40, FeatureTableCsv.read(file()).size());
        assertOnlyTheTable();
    }
}
