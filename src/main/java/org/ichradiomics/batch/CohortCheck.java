package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ichradiomics.scan.GivenSpacing;
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

    /** The same where a case is perturbed: as stored, a mask's, and five of doubles, with distances and their ranks. */
    private static final long BYTES_A_VOXEL_PERTURBED = 4 + 4 + 5 * 8;

    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Long> voxels = new LinkedHashMap<>();
    private long bytes = BYTES_A_VOXEL;

    private CohortCheck() {}

    /**
     * Reads the headers of all cases; never refuses.
     *
     * @param spacing that was given for all scans
     * @param files reads the headers
     * @param words of the front where the problems are read
     */
    public static CohortCheck of(
            CaseList list, Placement placement, GivenSpacing spacing, CaseFiles files, Words words) {
        CohortCheck check = new CohortCheck();
        for (BatchCase one : list.cases()) check.add(one, CaseHeaders.of(one, placement, spacing, files, words));
        return check;
    }

    /**
     * The same by other machines.
     *
     * @throws InvalidInputException if they cannot go on
     */
    public static CohortCheck of(CaseList list, Machines machines, Words words) throws InvalidInputException {
        List<BatchCase> cases = list.cases();
        CaseHeaders[] all = new CaseHeaders[cases.size()];
        machines.each(
                Machines.Step.HEADERS,
                "",
                Errands.sent(list, cases, words),
                (at, answer) -> all[at] = CaseRow.TEXTS.fromJson(answer, CaseHeaders.class),
                BatchListener.NONE);
        CohortCheck check = new CohortCheck();
        for (int i = 0; i < all.length; i++) check.add(cases.get(i), all[i]);
        return check;
    }

    private void add(BatchCase one, CaseHeaders headers) {
        problems.addAll(headers.problems());
        warnings.addAll(headers.warnings());
        voxels.put(one.id(), headers.voxels());
    }

    /** Of the largest scan of a case. */
    long voxels(String id) {
        return voxels.get(id);
    }

    private long mostVoxels() {
        return voxels.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** A line for every reason for which a case would fail, in the order of the cases. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** A line for everything else that the user should know. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The same of a run that perturbs its cases. */
    public CohortCheck perturbed() {
        bytes = BYTES_A_VOXEL_PERTURBED;
        return this;
    }

    /** As many threads as there are processors, and memory for. */
    public int threads() {
        long fitting = (Runtime.getRuntime().maxMemory() - BASE) / Math.max(1, mostVoxels() * bytes);
        return (int) Math.max(
                1, Math.min(Math.min(fitting, Runtime.getRuntime().availableProcessors()), voxels.size()));
    }

    /** What so many threads need, in a sentence. */
    public String memory(int threads) {
        long there = Runtime.getRuntime().maxMemory();
        long need = need(mostVoxels(), threads);
        String remedy = ", so give it more (java -Xmx" + gigabytes(need) + "g ...) or use fewer threads";
        return largest(threads) + "Java may use " + there / MEGABYTE + " MB" + (need > there ? remedy : "") + ".";
    }

    /** What other machines need, in a sentence that names who would not fit. */
    public String memory(Machines machines) {
        int atOnce = machines.atOnce();
        long there = machines.memory();
        List<String> large = voxels.keySet().stream()
                .filter(id -> need(voxels.get(id), atOnce) > there)
                .toList();
        String remedy = large.isEmpty()
                ? ""
                : ", too little for " + English.counted(large.size(), "case") + ", " + large.get(0)
                        + " among them: give --executor-memory "
                        + gigabytes(need(mostVoxels(), atOnce)) + "g or fewer --executor-cores";
        return largest(atOnce) + "an executor may use " + there / MEGABYTE + " MB" + remedy + ".";
    }

    private String largest(int atOnce) {
        return String.format(
                Locale.ROOT,
                "Memory: up to %d MB for %d %s, the largest scan having %.1f million voxels; ",
                need(mostVoxels(), atOnce) / MEGABYTE,
                atOnce,
                atOnce == 1 ? "case" : "cases at a time",
                mostVoxels() / 1e6);
    }

    private long need(long voxels, int atOnce) {
        return BASE + atOnce * voxels * bytes;
    }

    private static long gigabytes(long bytes) {
        return bytes / MEGABYTE / 1024 + 1;
    }

    /** The result in a sentence. */
    public String text() {
        return English.counted(voxels.size(), "case") + ", "
                + (problems.isEmpty() ? "no problem" : English.counted(problems.size(), "problem"))
                + " in the headers; "
                + memory(threads());
    }
}
