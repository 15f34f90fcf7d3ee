package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.text.CaseStatus;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * Which rows of a study's tables belong together.
 *
 * @param plan by which they were found
 * @param ids of the cases with a known outcome and, if there is a feature table, features in it
 * @param clinical their rows
 * @param features their rows
 * @param columns which columns of the feature table are features; empty without one
 * @param volumes theirs
 * @param endpoints their outcomes, or the one
 * @param steps how many cases were lost where
 * @param notes what the user should know of it
 */
record Joining(
        StudyPlan plan,
        List<String> ids,
        FeatureTable clinical,
        Optional<FeatureTable> features,
        Optional<FeatureColumns> columns,
        Volumes volumes,
        List<Endpoint> endpoints,
        List<Flow.Step> steps,
        List<String> notes) {

    /** Cases that are still there, and what is said of those who are not. */
    private static final class Remaining {

        private List<String> ids;
        private final List<Flow.Step> steps = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private Remaining(CaseIds all) {
            ids = List.copyOf(all.rows().keySet());
            steps.add(Flow.Step.of("cases in " + all.table().title(), ids.size()));
        }

        /** Takes cases away and counts them, unless there are none. */
        private List<String> leaveOut(Predicate<String> leaves, String step) {
            Map<Boolean, List<String>> parts = ids.stream().collect(Collectors.partitioningBy(leaves));
            List<String> lost = parts.get(true);
            ids = parts.get(false);
            if (!lost.isEmpty()) steps.add(new Flow.Step(step, lost.size(), lost));
            return lost;
        }

        /** Names those who are lost, on the way and not only in the report. */
        private void say(List<String> lost, String why) {
            if (lost.isEmpty()) return;
            boolean one = lost.size() == 1;
            notes.add(lost.size() + (one ? " case has " : " cases have ") + why + (one ? " and takes" : " and take")
                    + " no part: " + String.join(", ", lost) + ".");
        }
    }

    static Joining of(StudyPlan plan, StudyInputs inputs) throws InvalidInputException {
        CaseIds all = CaseIds.of(inputs.clinical(), plan.columns().id());
        Remaining cases = new Remaining(all);
        Optional<CaseIds> measured = Optional.empty();
        Optional<FeatureColumns> columns = Optional.empty();
        if (inputs.features().isPresent()) {
            FeatureTable table = inputs.features().get();
            CaseIds there = CaseIds.ofAny(table, plan.columns().id());
            cases.notes.addAll(unlike(all, there));
            StudyFeatures features = StudyFeatures.of(table, all.table(), plan);
            cases.notes.addAll(features.notes());
            Set<String> blank = blank(there, features.columns().features());
            List<String> lost = cases.leaveOut(id -> !there.has(id) || blank.contains(id), "without features");
            cases.say(lost.stream().filter(there::has).toList(), "no value of any feature in " + table.title());
            measured = Optional.of(there);
            columns = Optional.of(features.columns());
        }
        leaveOutParts(plan, all, cases);
        FeatureTable rows = all.only(cases.ids);
        Endpoint outcome = Outcomes.of(plan.outcome(), rows, Volumes.of(rows, plan.columns()), cases.ids);
        int[] known = outcome.known(IntStream.range(0, rows.size()).toArray());
        Set<String> stay = IntStream.of(known).mapToObj(cases.ids::get).collect(Collectors.toSet());
        String unknown = "known outcome (" + plan.outcome().variable() + ")";
        cases.say(cases.leaveOut(id -> !stay.contains(id), "without a " + unknown), "no " + unknown);
        Endpoint theirs = new Endpoint(plan.outcome(), Subset.take(outcome.values(), known));
        Outcomes.requireBoth(theirs);
        FeatureTable clinical = rows.only(known);
        Optional<FeatureTable> features = measured.map(there -> there.only(cases.ids));
        CaseStatus.sentence(
                        cases.ids,
                        Stream.concat(Stream.of(clinical), features.stream()).toList(),
                        "such cases take part")
                .ifPresent(cases.notes::add);
        Volumes volumes = Volumes.of(clinical, plan.columns());
        List<Endpoint> endpoints = new ArrayList<>(List.of(theirs));
        if (plan.second().isPresent()) endpoints.add(Outcomes.of(plan.second().get(), clinical, volumes, cases.ids));
        return new Joining(plan, cases.ids, clinical, features, columns, volumes, endpoints, cases.steps, cases.notes);
    }

    /** The features of the cases. */
    Optional<Predictors> predictors() throws InvalidInputException {
        if (features.isEmpty()) return Optional.empty();
        List<String> names = columns.orElseThrow().features();
        return Optional.of(new Predictors(names, features.get().values(names)));
    }

    /** The features as variables of the cases; none without a feature table. */
    static List<Variable> variables(Optional<Predictors> features) {
        return features.stream()
                .flatMap(all -> IntStream.range(0, all.names().size())
                        .mapToObj(j -> Variable.continuous(all.names().get(j), all.columns()[j], TestRule.AUTO)))
                .toList();
    }

    /** Names of the features; none without a feature table. */
    List<String> featureNames() {
        return columns.map(FeatureColumns::features).orElse(List.of());
    }

    /**
     * Rows that hold a name and nothing measured, as of a case that failed: with them every feature would have a gap.
     */
    private static Set<String> blank(CaseIds cases, List<String> features) throws InvalidInputException {
        boolean[] blank = cases.table().blank(features);
        return cases.rows().entrySet().stream()
                .filter(row -> blank[row.getValue()])
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static void leaveOutParts(StudyPlan plan, CaseIds all, Remaining cases) throws InvalidInputException {
        if (!(plan.split() instanceof SplitRule.Column rule) || rule.leftOut().isEmpty()) return;
        List<String> parts = all.table().known(rule.column());
        for (String word : rule.leftOut()) Split.requireWord("left_out", word, new TreeSet<>(parts), rule, all.table());
        String why = rule.column() + " = " + String.join(" or ", rule.leftOut());
        List<String> lost = cases.leaveOut(
                id -> rule.leftOut().contains(parts.get(all.row(id))), "left out by the split (" + why + ")");
        cases.say(lost, why + ", which the split leaves out,");
    }

    /**
     * Which cases are in one table only, in sentences. A spreadsheet turns 007 into 7, and cases that are there are not
     * found.
     *
     * @throws InvalidInputException if no case is in both
     */
    private static List<String> unlike(CaseIds all, CaseIds measured) throws InvalidInputException {
        String here = all.table().title();
        String there = measured.table().title();
        List<String> notes = new ArrayList<>();
        List<String> lost = all.without(measured);
        List<String> alone = measured.without(all);
        Set<String> bare = alone.stream().map(Joining::bare).collect(Collectors.toSet());
        long alike = lost.stream().filter(id -> bare.contains(bare(id))).count();
        if (lost.size() == all.rows().size()) {
            throw new InvalidInputException("No case of " + here + " is in " + there + " (\"" + first(all)
                    + "\" here, \"" + first(measured) + "\" there"
                    + (alike == 0 ? "" : "; " + alike + " are alike but for zeros, capitals or marks")
                    + "): name the cases alike in both tables.");
        }
        if (!lost.isEmpty()) {
            notes.add(lost.size() + " of the " + all.rows().size() + " cases in " + here + " have no row in " + there
                    + " and take no part (" + String.join(", ", lost) + ")"
                    + (alike == 0
                            ? "."
                            : "; " + alike + " of them would, but for zeros, capitals or marks in their names: name "
                                    + "the cases alike in both tables."));
        }
        if (!alone.isEmpty()) {
            boolean one = alone.size() == 1;
            notes.add(alone.size() + " of the cases in " + there + (one ? " is" : " are") + " not in " + here + " and "
                    + (one ? "takes" : "take") + " no part (" + String.join(", ", alone) + ").");
        }
        return notes;
    }

    /** A name as far as it matters: pandas writes 7.0 for 7, spreadsheets 7 for 007, people P-7 for p7. */
    private static String bare(String id) {
        return id.toLowerCase(Locale.ROOT)
                .replaceFirst("(?<=\\d)\\.0$", "")
                .replaceAll("[\\s_.-]+", "")
                .replaceAll("(?<!\\d)0+(?=\\d)", "");
    }

    private static String first(CaseIds cases) {
        return cases.rows().isEmpty() ? "" : cases.rows().keySet().iterator().next();
    }
}
