package org.ichradiomics.phantom;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.Summary;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * Invents a patient for each haematoma of the sample study.
 *
 * <p>Who has an expansion follows a logistic model of the measured features, so that a study has something to find:
 *
 * <pre>
 *     latent = Σ weight · z(feature) + logistic noise,    expansion ⇔ latent is among the 30 (of 95: 14) highest
 * </pre>
 *
 * What else a patient is like is drawn with the frequencies of the paper's Table 1, some of it a little different with
 * an expansion.
 */
final class SamplePatients {

    static final int TRAINING = 218;
    static final int EXPANSIONS_TRAINING = 30;
    static final int EXPANSIONS_TEST = 14;
    static final int WITHOUT_HISTORY = 4;

    static final List<String> COLUMNS = List.of(
            SampleCohort.ID,
            "cohort",
            "age",
            "male",
            "hypertension",
            "diabetes",
            "prior_ich",
            "ischemic_stroke",
            "ivh",
            "black_hole",
            "blend",
            "island",
            "satellite",
            "deep",
            "volume_ml",
            "followup_volume_ml",
            "onset_to_ct_h",
            "gcs",
            "gos");

    private record Effect(String feature, double weight) {}

    /**
     * The features of the R-score with its signs, but steeper: 44 expansions say little, and a sample that shows
     * nothing teaches nothing. The last feature is so skewed that most cases lie close together; hence its weight.
     */
    private static final List<Effect> EFFECTS = List.of(
            new Effect("kurtosis", -1.0),
            new Effect("HaralickCorrelation_AllDirection_offset1_SD", -1.3),
            new Effect("ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD", -2.0));

    /** One of seven that were tried; README.md beside the files says why. */
    static final long SEED = 2000;

    /**
     * Leaves no sign and no disease without a patient in any of the four groups, so that every odds ratio can be
     * estimated.
     */
    static final long SEED_OF_DETAILS = 2014;

    /** A haematoma whose middle is no further beside the midline lies in the basal ganglia or the thalamus, mm. */
    private static final double DEEP = 31;

    /** Bound of an expansion, % of the volume; 6 mL are more than that in a haematoma of less than 10 mL. */
    private static final int EXPANSION = 33;

    private SamplePatients() {}

    /** @param features of all cases, as {@link SampleCohort#table} gives them */
    static FeatureTable of(FeatureTable features) throws InvalidInputException {
        double[] volumes = features.values("VolumeCC");
        boolean[] training = members(SampleCohort.some(TRAINING, SEED + 1));
        boolean[] withoutHistory = members(SampleCohort.some(WITHOUT_HISTORY, SEED + 2));
        boolean[] expansion = expansions(latent(features), training);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < SampleCohort.SIZE; i++) {
            rows.add(row(i, training[i], !withoutHistory[i], expansion[i], (int) Math.rint(100 * volumes[i])));
        }
        return FeatureTable.of(COLUMNS, rows);
    }

    private static double[] latent(FeatureTable features) throws InvalidInputException {
        double[] latent = new double[features.size()];
        for (Effect effect : EFFECTS) {
            double[] x = features.values(effect.feature());
            Summary cohort = Summary.of(x, Quantile.TYPE_7);
            for (int i = 0; i < x.length; i++) latent[i] += effect.weight() * (x[i] - cohort.mean()) / cohort.sd();
        }
        for (int i = 0; i < latent.length; i++) {
            double u = dice(SEED + 3, i).uniform(0, 1);
            latent[i] += StrictMath.log(u / (1 - u));
        }
        return latent;
    }

    /** As many of either cohort as the paper had, those with the highest latent value. */
    private static boolean[] expansions(double[] latent, boolean[] training) {
        boolean[] expansion = new boolean[latent.length];
        for (boolean cohort : new boolean[] {true, false}) {
            IntStream.range(0, latent.length)
                    .filter(i -> training[i] == cohort)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -latent[i]))
                    .limit(cohort ? EXPANSIONS_TRAINING : EXPANSIONS_TEST)
                    .forEach(i -> expansion[i] = true);
        }
        return expansion;
    }

    /** @param baseline volume in hundredths of a mL, as it is written */
    private static List<Object> row(int number, boolean training, boolean history, boolean expansion, int baseline) {
        Haematoma.Recipe recipe = SampleCohort.member(number).recipe();
        Dice dice = dice(SEED_OF_DETAILS, number);
        long age = between(30, 92, 62.5 + 12 * dice.gaussian());
        int male = oneIf(0.58, dice);
        List<Integer> past = List.of(oneIf(0.86, dice), oneIf(0.18, dice), oneIf(0.045, dice), oneIf(0.06, dice));
        int ivh = oneIf(expansion ? 0.42 : 0.33, dice);
        int blackHole = oneIf(expansion ? 0.20 : 0.045, dice);
        int blend = oneIf(expansion ? 0.14 : 0.03, dice);
        int island = oneIf(0.035, dice);
        int satellite = recipe.satellites() > 0 ? 1 : 0;
        int deep = Math.abs(recipe.x()) < DEEP ? 1 : 0;
        int followUp = followUp(baseline, expansion, dice);
        double hours = Math.min(Math.max((expansion ? 2.6 : 3.1) + 1.3 * dice.gaussian(), 0.5), 6);
        long gcs = 15 - between(0, 12, (1.2 + ivh) * -StrictMath.log(1 - dice.uniform(0, 1)) - 0.5);
        long gos = between(
                1, 5, 3.5 - 0.02 * (age - 62.5) + 0.25 * (gcs - 14) - (expansion ? 0.4 : 0) + 0.9 * dice.gaussian());
        List<Object> row = new ArrayList<>(List.of(SampleCohort.id(number), training ? "train" : "test", age, male));
        for (int item : past) row.add(history ? item : null);
        row.addAll(List.of(
                ivh,
                blackHole,
                blend,
                island,
                satellite,
                deep,
                BigDecimal.valueOf(baseline, 2),
                BigDecimal.valueOf(followUp, 2),
                BigDecimal.valueOf((long) Math.rint(10 * hours), 1),
                gcs,
                gos));
        return row;
    }

    /** In hundredths of a mL; a follow-up that is an expansion, or is none, and never exactly on the bound. */
    private static int followUp(int baseline, boolean expansion, Dice dice) {
        while (true) {
            double growth =
                    expansion ? 0.3 - 0.5 * StrictMath.log(1 - dice.uniform(0, 1)) : 0.04 + 0.09 * dice.gaussian();
            int followUp = (int) Math.rint(baseline * (1 + growth));
            int over = 100 * followUp - (100 + EXPANSION) * baseline;
            if (over > 0 == expansion && over != 0) return followUp;
        }
    }

    private static boolean[] members(int[] cases) {
        boolean[] members = new boolean[SampleCohort.SIZE];
        Arrays.stream(cases).forEach(i -> members[i] = true);
        return members;
    }

    /** Each patient has dice of their own. */
    private static Dice dice(long seed, int number) {
        return new Dice(HaematomaCohort.seed(seed, number));
    }

    private static int oneIf(double probability, Dice dice) {
        return dice.uniform(0, 1) < probability ? 1 : 0;
    }

    private static long between(long lowest, long highest, double value) {
        return Math.min(Math.max((long) Math.rint(value), lowest), highest);
    }
}
