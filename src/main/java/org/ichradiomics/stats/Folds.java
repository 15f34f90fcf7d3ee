package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sha256;

/**
 * Which fold leaves each patient out.
 *
 * <p>Seeded folds are drawn by {@link java.util.Random}, whose algorithm Java fixes, and the shuffle of Fisher and
 * Yates from the last place down, so a seed means the same folds everywhere. They are not those of R's
 * {@code set.seed}.
 */
public final class Folds {

    /** As {@code cv.glmnet}: fewer make the training sets too small. */
    private static final int FEWEST = 3;

    private final int[] ids;
    private final int count;

    private Folds(int[] ids) {
        this.ids = ids;
        this.count = Arrays.stream(ids).max().orElse(0);
    }

    /**
     * Folds that are already there, e.g. of a table's column.
     *
     * @param ids of each patient, 1 to the number of folds
     * @throws InvalidInputException if there are fewer than 3 folds, or a number below the largest has no patient
     */
    public static Folds given(int[] ids) throws InvalidInputException {
        int[] sizes = new int[Math.max(0, Arrays.stream(ids).max().orElse(0)) + 1];
        if (sizes.length > ids.length + 1) {
            throw new InvalidInputException("The largest fold is number " + (sizes.length - 1) + ", but there are only "
                    + ids.length + " patients: number the folds from 1 without a gap.");
        }
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 1)
                throw new InvalidInputException(
                        "Patient " + (i + 1) + " is in fold " + ids[i] + ": number the folds from 1.");
            sizes[ids[i]]++;
        }
        for (int fold = 1; fold < sizes.length; fold++) {
            if (sizes[fold] == 0)
                throw new InvalidInputException(
                        "No patient is in fold " + fold + ": number the folds from 1 without a gap.");
        }
        if (sizes.length - 1 < FEWEST) {
            throw new InvalidInputException("Cross-validation needs at least " + FEWEST + " folds, but there "
                    + (sizes.length == 2 ? "is 1" : "are " + (sizes.length - 1)) + ": choose more folds.");
        }
        return new Folds(ids.clone());
    }

    /**
     * Events and the others shuffled, then dealt out in turn, events first: the folds differ by at most one patient and
     * by at most one event.
     *
     * @throws InvalidInputException if there are fewer than 3 folds, or fewer events (or others) than folds
     */
    public static Folds stratified(boolean[] events, int count, long seed) throws InvalidInputException {
        checkCount(count, events.length);
        int with = Outcome.events(events);
        int fewer = Math.min(with, events.length - with);
        if (fewer < count) {
            throw new InvalidInputException("There are " + count + " folds, but only " + fewer + " patients "
                    + (fewer == with ? "with" : "without") + " the event: choose at most " + fewer
                    + " folds, or add patients.");
        }
        return dealt(events, count, seed);
    }

    private static Folds dealt(boolean[] events, int count, long seed) {
        Random random = new Random(seed);
        int[] ids = new int[events.length];
        int dealt = 0;
        for (boolean event : new boolean[] {true, false}) {
            int[] patients = IntStream.range(0, events.length)
                    .filter(i -> events[i] == event)
                    .toArray();
            Shuffle.of(patients, random);
            for (int patient : patients) ids[patient] = dealt++ % count + 1;
        }
        return new Folds(ids);
    }

    /**
     * 1, …, K, 1, …, K, … shuffled, as {@code cv.glmnet} draws them; a fold may be without events.
     *
     * @throws InvalidInputException if there are fewer than 3 folds, or fewer patients than folds
     */
    public static Folds unstratified(int patients, int count, long seed) throws InvalidInputException {
        checkCount(count, patients);
        int[] ids = IntStream.range(0, patients).map(i -> i % count + 1).toArray();
        Shuffle.of(ids, new Random(seed));
        return new Folds(ids);
    }

    /**
     * Of patients of whom some are there several times: the patients are dealt out, and all copies of one lie in one
     * fold. Without copies these are the folds of {@link #stratified} or {@link #unstratified}; with them a fold may be
     * without events.
     *
     * @param patients who each row is of
     * @param events of the rows, the same of all copies
     * @param stratified whether events and the others are dealt out apart
     * @throws InvalidInputException if there are fewer than 3 folds, or fewer different patients than folds
     */
    public static Folds ofCopies(int[] patients, boolean[] events, int count, boolean stratified, long seed)
            throws InvalidInputException {
        int[] different = IntStream.of(patients).distinct().toArray();
        checkCount(count, different.length);
        Map<Integer, Integer> place = new HashMap<>();
        for (int patient : different) place.put(patient, place.size());
        boolean[] happened = new boolean[different.length];
        for (int i = 0; i < patients.length; i++) happened[place.get(patients[i])] = events[i];
        int[] folds = (stratified ? dealt(happened, count, seed) : unstratified(different.length, count, seed)).ids;
        return new Folds(
                IntStream.of(patients).map(patient -> folds[place.get(patient)]).toArray());
    }

    private static void checkCount(int count, int patients) throws InvalidInputException {
        if (count < FEWEST) {
            throw new InvalidInputException("Cross-validation needs at least " + FEWEST + " folds, but " + count
                    + " were asked for: choose more folds.");
        }
        if (count > patients) {
            throw new InvalidInputException("There are " + count + " folds, but only " + patients
                    + " patients: choose fewer folds, or add patients.");
        }
    }

    /** The number of folds. */
    public int count() {
        return count;
    }

    /** The number of patients. */
    public int patients() {
        return ids.length;
    }

    /** Each patient's fold, from 1. */
    public int[] ids() {
        return ids.clone();
    }

    /** SHA-256 of the numbers in the patients' order, comma between them, as hexadecimal text. */
    public String hash() {
        return Sha256.of(Arrays.stream(ids).mapToObj(Integer::toString).collect(Collectors.joining(",")));
    }

    /** Patients whom a fold leaves out, from 0, ascending. */
    int[] leftOut(int fold) {
        return IntStream.range(0, ids.length).filter(i -> ids[i] == fold).toArray();
    }

    /** All others, ascending. */
    int[] trained(int fold) {
        return IntStream.range(0, ids.length).filter(i -> ids[i] != fold).toArray();
    }
}
