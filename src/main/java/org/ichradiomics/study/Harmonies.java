package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.signature.Harmonised;
import org.ichradiomics.stats.ComBat;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Nearest;
import org.ichradiomics.text.Sentence;

/** Reads sites and covariates from the clinical table, and refuses what cannot be harmonised. */
final class Harmonies {

    private static final Set<String> LATER = Set.of("gos", "gose", "mrs");

    private final StudyPlan plan;
    private final Harmonisation wanted;
    private final Joining joined;

    private Harmonies(Joining joined, Harmonisation wanted) {
        this.plan = joined.plan();
        this.wanted = wanted;
        this.joined = joined;
    }

    /**
     * Empty where the plan asks for none, or there is nothing to train on.
     *
     * @throws InvalidInputException if there is one site only, one with too few cases, a covariate that is an outcome
     *     or says the same as the sites, or a case that trains without its site
     */
    static Optional<Harmony> of(Joining joined, Split split) throws InvalidInputException {
        StudyPlan plan = joined.plan();
        if (plan.harmonisation().isEmpty()
                || plan.given().isPresent()
                || joined.features().isEmpty()) return Optional.empty();
        return Optional.of(new Harmonies(joined, plan.harmonisation().get()).read(split.training()));
    }

    private Harmony read(int[] training) throws InvalidInputException {
        FeatureTable clinical = joined.clinical();
        List<String> sites = clinical.known(wanted.by());
        requireKnown(
                wanted.by(),
                IntStream.of(training).filter(i -> sites.get(i).isEmpty()).count());
        requireNoOutcome(wanted.by(), "The batch");
        List<Harmonised.Covariate> known = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String covariate : wanted.covariates()) {
            requireNoOutcome(covariate, "The covariate");
            Variable variable = Variable.of(clinical, covariate, plan.variables());
            requireKnown(
                    covariate,
                    IntStream.of(training)
                            .filter(i -> !Double.isFinite(variable.values()[i]))
                            .count());
            for (Term term : Term.of(variable, training)) {
                boolean isAmount = variable.kind() == Variable.Kind.CONTINUOUS
                        || variable.levels().equals(List.of("0", "1"));
                Optional<String> level = isAmount
                        ? Optional.empty()
                        : Optional.of(term.contrast()
                                .map(Term.Contrast::level)
                                .orElseGet(() -> variable.levels().get(1)));
                known.add(new Harmonised.Covariate(covariate, level));
                columns.add(term.column().values());
            }
        }
        Harmony harmony =
                new Harmony(wanted, joined.predictors().orElseThrow(), sites, known, columns.toArray(double[][]::new));
        requireSites(harmony.counts(training), sites, columns, training);
        return harmony;
    }

    private void requireKnown(String column, long missing) throws InvalidInputException {
        if (missing == 0) return;
        throw new InvalidInputException("The column \"" + column + "\", which the harmonisation needs, has no value in "
                + missing + " of the training cases: fill it in, or leave these cases out.");
    }

    private void requireNoOutcome(String column, String what) throws InvalidInputException {
        boolean isOutcome = LATER.contains(column.toLowerCase(Locale.ROOT))
                || joined.volumes().followUpColumn().filter(column::equals).isPresent()
                || plan.outcomes()
                        .flatMap(rule -> Stream.concat(Stream.of(rule.variable()), rule.column().stream()))
                        .anyMatch(column::equals)
                || isCopy(column);
        if (isOutcome)
            throw new InvalidInputException(
                    what + " \"" + column + "\" of the harmonisation is an outcome, or known only "
                            + "with it, and no case could be scored before: leave it out.");
    }

    /** Whether a column of two values says what an outcome says. */
    private boolean isCopy(String column) throws InvalidInputException {
        double[] x = Variable.isFreeText(joined.clinical(), column, plan.variables())
                ? new double[0]
                : Variable.of(joined.clinical(), column, plan.variables()).values();
        return joined.endpoints().stream().anyMatch(endpoint -> {
            int[] both = IntStream.range(0, x.length)
                    .filter(i -> Double.isFinite(x[i]) && Double.isFinite(endpoint.values()[i]))
                    .toArray();
            return both.length > 0
                    && (IntStream.of(both).allMatch(i -> x[i] == endpoint.values()[i])
                            || IntStream.of(both).allMatch(i -> x[i] == 1 - endpoint.values()[i]));
        });
    }

    private void requireSites(Map<String, Integer> counts, List<String> sites, List<double[]> columns, int[] training)
            throws InvalidInputException {
        if (counts.size() < 2) {
            throw new InvalidInputException(Sentence.of(
                    "The column \"" + wanted.by() + "\" says \"" + String.join("", counts.keySet())
                            + "\" of all training cases, so that there is nothing to harmonise: name the column of the "
                            + "sites or scanners in ",
                    FileKey.ofStudy("harmonisation.by"),
                    ", or leave the harmonisation out."));
        }
        for (Map.Entry<String, Integer> site : counts.entrySet()) {
            if (site.getValue() >= Harmony.FEWEST) continue;
            throw new InvalidInputException("The batch \"" + site.getKey() + "\" (column \"" + wanted.by() + "\") has "
                    + (site.getValue() == 1 ? "1 case" : site.getValue() + " cases")
                    + " in training, of the at least " + Harmony.FEWEST
                    + " that harmonisation needs: join it with another batch, or leave it out.");
        }
        if (wanted.referenceBatch().isPresent()
                && !counts.containsKey(wanted.referenceBatch().get())) {
            String reference = wanted.referenceBatch().get();
            throw new InvalidInputException("There is no batch \"" + reference + "\" in training"
                    + Nearest.question(reference, counts.keySet())
                    + " that the others could be made like: the batches are "
                    + String.join(", ", counts.keySet()) + ".");
        }
        List<String> labels = List.copyOf(counts.keySet());
        int[] batches =
                IntStream.of(training).map(i -> labels.indexOf(sites.get(i))).toArray();
        double[][] known =
                columns.stream().map(column -> Subset.take(column, training)).toArray(double[][]::new);
        if (ComBat.isConfounded(batches, labels.size(), known))
            throw new InvalidInputException(
                    "The covariates of the harmonisation (" + String.join(", ", wanted.covariates())
                            + ") say the same as the batches or as each other: leave one of them out.");
    }
}
