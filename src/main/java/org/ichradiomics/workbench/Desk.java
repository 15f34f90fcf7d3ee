package org.ichradiomics.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import ij.Prefs;

import org.ichradiomics.casework.CaseHome;
import org.ichradiomics.casework.CaseStage;
import org.ichradiomics.casework.CaseState;
import org.ichradiomics.casework.Worklist;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/** Who reads, and the folder in which the cases are kept; remembered by ImageJ. */
final class Desk {

    private static final String OUT = "ich.radiomics.workbench.out";
    private static final String READER = "ich.radiomics.workbench.reader";
    private static final String CASE = "ich.radiomics.workbench.case";
    private static final String LIST = "ich.radiomics.workbench.list";
    private static final String FOLDER = "ICH-Radiomics-cases";
    private static final double MINUTE = 60e9;

    private double nanos;
    private int cases;

    /** The folder that was chosen, or one in ImageJ's own. */
    Path out() {
        String chosen = Prefs.get(OUT, "");
        return chosen.isEmpty() ? Path.of(Prefs.getPrefsDir()).resolve(FOLDER) : Path.of(chosen);
    }

    boolean isChosen() {
        return !Prefs.get(OUT, "").isEmpty();
    }

    void choose(Path out) {
        Prefs.set(OUT, out.toAbsolutePath().normalize().toString());
        Prefs.savePreferences();
    }

    /** A list brings its cases' folder with it where none was chosen: beside it. */
    void settle(Path list) {
        if (!isChosen())
            choose(list.resolveSibling(list.getFileName().toString().replaceFirst("\\.csv$", "") + "-cases"));
    }

    /** Code of whoever reads; may be empty. */
    String reader() {
        return Prefs.get(READER, "");
    }

    void read(String reader) {
        Prefs.set(READER, reader.strip());
        Prefs.savePreferences();
    }

    CaseStage stage(Worklist.Listed one) {
        return Worklist.stage(new CaseHome(out(), one.id(), false));
    }

    /** The first case from a place on that is not finished, and after the last one from the first on. */
    OptionalInt next(Worklist list, int from) {
        int size = list.cases().size();
        return IntStream.range(from, from + size)
                .map(i -> i % size)
                .filter(i -> !stage(list.cases().get(i)).isFinished())
                .findFirst();
    }

    /** What there is to know when no case of a list is left. */
    String finished(Worklist list) {
        long excluded = list.cases().stream()
                .filter(one -> stage(one) == CaseStage.EXCLUDED)
                .count();
        return "The list is finished: " + English.counted(list.cases().size() - (int) excluded, "case") + " saved, "
                + excluded + " left out. In " + out() + " lie table.csv with a row of each, pictures, and in cases the"
                + " masks and reports.";
    }

    /** Remembers what lies on the workbench, for whoever comes back after ImageJ was killed. */
    void remember(String id, Optional<Path> list) {
        Prefs.set(CASE, id);
        Prefs.set(LIST, list.map(Path::toString).orElse(""));
        Prefs.savePreferences();
    }

    /** The case that was left unfinished, with its scan; empty if there is none, or the scan has moved. */
    Optional<Worklist.Listed> left() {
        String id = Prefs.get(CASE, "");
        if (id.isEmpty()) return Optional.empty();
        try {
            CaseHome home = CaseHome.of(out(), id);
            Optional<CaseState> state = CaseState.read(home);
            if (state.filter(s -> s.stage() == CaseStage.DRAWN).isEmpty()) return Optional.empty();
            Optional<Path> scan = state.get().scanOf(home).filter(Files::exists);
            return scan.map(file -> new Worklist.Listed(id, file, Optional.empty()));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The list that was worked on; empty if there was none, or it is gone. */
    Optional<Path> list() {
        String list = Prefs.get(LIST, "");
        return list.isEmpty() ? Optional.empty() : Optional.of(Path.of(list)).filter(Files::exists);
    }

    /** Minutes a case took so far, in words; empty before the first one is finished. */
    Optional<String> pace() {
        return cases == 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%.1f min a case", nanos / MINUTE / cases));
    }

    /** One more case is finished. */
    void finished(long took) {
        nanos += took;
        cases++;
    }
}
