package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Words;

/** A cohort by its headers alone, in seconds: what would fail, and how much memory the rest needs. */
public final class CohortCheck {

    private static final long MEGABYTE = 1 << 20;

    /** The program itself, and the tables of a case. */
    private static final long BASE = 100 * MEGABYTE;

    /** Bytes for a voxel of a scan: as stored, a mask's, and two of doubles that image processing holds at once. */
    private static final long BYTES_A_VOXEL = 4 + 4 + 2 * 8;

    private final int cases;
    private final CaseFiles files;
    private final Placement placement;
    private final GivenSpacing spacing;
    private final Words words;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long voxels;

    private CohortCheck(int cases, Placement placement, GivenSpacing spacing, CaseFiles files, Words words) {
        this.files = files;
        this.cases = cases;
        this.placement = placement;
        this.spacing = spacing;
        this.words = words;
    }

    /**
     * Reads the headers of all cases; never refuses.
     *
     * @param spacing that was given for all scans
     * @param files reads the headers
     * @param words of the front where the problems are read
     */
    public static CohortCheck of(
            CaseList list, Placement placement, GivenSpacing spacing, CaseFiles files, Words words) {
        CohortCheck check = new CohortCheck(list.cases().size(), placement, spacing, files, words);
        for (BatchCase one : list.cases()) {
            if (one.problem().isPresent()) {
                check.problems.add(one.id() + ": " + one.problem().get().in(words));
                continue;
            }
            check.pair(one, ListColumn.IMAGE, ListColumn.MASK);
            if (one.hasFollowup()) check.pair(one, ListColumn.FOLLOWUP, ListColumn.FOLLOWUP_MASK);
        }
        return check;
    }

    private void pair(BatchCase one, ListColumn imageColumn, ListColumn maskColumn) {
        Optional<Header> scan = tried(one, () -> Optional.of(files.header(CaseRunner.existing(one, imageColumn))));
        if (scan.isPresent()) {
            voxels = Math.max(voxels, scan.get().geometry().voxels());
            scan.get().warnings().forEach(warning -> warnings.add(one.id() + ": " + warning));
            tried(one, () -> {
                scan.get().requireSpacing(spacing);
                return Optional.empty();
            });
        }
        tried(one, () -> {
            files.requireFits(CaseRunner.existing(one, maskColumn), scan, placement);
            return Optional.empty();
        });
    }

    private interface Trial {
        Optional<Header> outcome() throws InvalidInputException;
    }

    private Optional<Header> tried(BatchCase one, Trial trial) {
        try {
            return trial.outcome();
        } catch (InvalidInputException e) {
            problems.add(one.id() + ": " + e.in(words));
            return Optional.empty();
        }
    }

    /** A line for every reason for which a case would fail, in the order of the cases. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** A line for everything else that the user should know. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** As many threads as there are processors, and memory for. */
    public int threads() {
        long fitting = (Runtime.getRuntime().maxMemory() - BASE) / Math.max(1, voxels * BYTES_A_VOXEL);
        return (int) Math.max(1, Math.min(Math.min(fitting, Runtime.getRuntime().availableProcessors()), cases));
    }

    /** What so many threads need, in a sentence. */
    public String memory(int threads) {
        long need = (BASE + threads * voxels * BYTES_A_VOXEL) / MEGABYTE;
        long there = Runtime.getRuntime().maxMemory() / MEGABYTE;
        return String.format(
                Locale.ROOT,
                "Memory: up to %d MB for %d %s, the largest scan having %.1f million voxels; Java may use %d MB%s.",
                need,
                threads,
                threads == 1 ? "case" : "cases at a time",
                voxels / 1e6,
                there,
                need > there ? ", so give it more (java -Xmx" + (need / 1024 + 1) + "g ...) or use fewer threads" : "");
    }

    /** The result in a sentence. */
    public String text() {
        return English.counted(cases, "case") + ", "
                + (problems.isEmpty() ? "no problem" : English.counted(problems.size(), "problem"))
                + " in the headers; "
                + memory(threads());
    }
}
