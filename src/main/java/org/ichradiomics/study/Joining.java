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
import org.ichradiomics.text.CaseStatus;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * Which rows of a study's tables belong together.
 *
 * @param ids of the cases with a known outcome and, if there is a feature table, features in it
 * @param clinical their rows
 * @param features their rows
 * @param columns which columns of the feature table are features; empty without one
 * @param outcome theirs
 * @param steps how many cases were lost where
 * @param notes what the user should know of it
 */
record Joining(
        List<String> ids,
        FeatureTable clinical,
        Optional<FeatureTable> features,
        Optional<FeatureColumns> columns,
        Endpoint outcome,
        List<Flow.Step> steps,
        List<String> notes) {

    static Joining of(StudyPlan plan, StudyInputs inputs) throws InvalidInputException {
        FeatureTable clinical = inputs.clinical();
        List<Flow.Step> steps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        CaseIds all = CaseIds.of(clinical, plan.columns().id());
        steps.add(Flow.Step.of("cases in " + clinical.title(), all.rows().size()));
        List<String> measured = List.copyOf(all.rows().keySet());
        Optional<CaseIds> features = Optional.empty();
        Optional<FeatureColumns> columns = Optional.empty();
        if (inputs.features().isPresent()) {
            FeatureTable table = inputs.features().get();
            CaseIds there = CaseIds.of(table, plan.columns().id().filter(table::has));
            sayUnlike(all, there, notes);
            columns = Optional.of(StudyFeatures.of(table, clinical, plan, notes));
            notes.addAll(columns.get().sentences());
            Set<String> blank = blank(there, columns.get().features());
            List<String> paired = measured.stream().filter(there::has).toList();
            measured = leaveOut(measured, id -> there.has(id) && !blank.contains(id), "without features", steps);
            sayLost(paired, measured, "no value of any feature in " + table.title(), notes);
            features = Optional.of(there);
        }
        measured = withoutOtherParts(plan, all, measured, steps, notes);
        FeatureTable rows = all.only(measured);
        Endpoint outcome = Outcomes.of(plan.outcome(), rows, Volumes.of(rows, plan.columns()), measured);
        int[] known = outcome.known(IntStream.range(0, measured.size()).toArray());
        Set<String> stay = IntStream.of(known).mapToObj(measured::get).collect(Collectors.toSet());
        List<String> ids = leaveOut(
                measured,
                stay::contains,
                "without a known outcome (" + plan.outcome().variable() + ")",
                steps);
        sayLost(measured, ids, "no known outcome (" + plan.outcome().variable() + ")", notes);
        Endpoint theirs = new Endpoint(plan.outcome(), Subset.take(outcome.values(), known));
        Outcomes.requireBoth(theirs);
        sayToBeChecked(ids, rows.only(known), features.map(there -> there.only(ids)), notes);
        return new Joining(
                ids, rows.only(known), features.map(there -> there.only(ids)), columns, theirs, steps, notes);
    }

    /** The features of the cases. */
    Optional<Predictors> predictors() throws InvalidInputException {
        if (features.isEmpty()) return Optional.empty();
        List<String> names = columns.orElseThrow().features();
        return Optional.of(new Predictors(names, features.get().values(names)));
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

    private static List<String> withoutOtherParts(
            StudyPlan plan, CaseIds all, List<String> cases, List<Flow.Step> steps, List<String> notes)
            throws InvalidInputException {
        if (!(plan.split() instanceof SplitRule.Column rule) || rule.leftOut().isEmpty()) return cases;
        FeatureTable clinical = all.table();
        List<String> parts = clinical.known(rule.column());
        for (String word : rule.leftOut()) Split.requireWord("left_out", word, new TreeSet<>(parts), rule, clinical);
        String why = rule.column() + " = " + String.join(" or ", rule.leftOut());
        List<String> stay = leaveOut(
                cases,
                id -> !rule.leftOut().contains(parts.get(all.row(id))),
                "left out by the split (" + why + ")",
                steps);
        sayLost(cases, stay, why + ", which the split leaves out,", notes);
        return stay;
    }

    /** Names those who are lost, on the way and not only in the report. */
    private static void sayLost(List<String> before, List<String> after, String why, List<String> notes) {
        Set<String> stay = Set.copyOf(after);
        List<String> lost = before.stream().filter(id -> !stay.contains(id)).toList();
        if (lost.isEmpty()) return;
        notes.add(lost.size() + (lost.size() == 1 ? " case has " : " cases have ") + why
                + (lost.size() == 1 ? " and takes" : " and take")
                + " no part: " + String.join(", ", lost) + ".");
    }

    /**
     * Says which cases are in one table only. A spreadsheet turns 007 into 7, and cases that are there are not found.
     *
     * @throws InvalidInputException if no case is in both
     */
    private static void sayUnlike(CaseIds all, CaseIds measured, List<String> notes) throws InvalidInputException {
        List<String> lost = all.without(measured);
        List<String> alone = measured.without(all);
        Set<String> bare = alone.stream().map(Joining::bare).collect(Collectors.toSet());
        long alike = lost.stream().filter(id -> bare.contains(bare(id))).count();
        if (lost.size() == all.rows().size()) {
            throw new InvalidInputException("No case of " + all.table().title() + " is in "
                    + measured.table().title()
                    + " (\""
                    + first(all) + "\" here, \"" + first(measured) + "\" there"
                    + (alike == 0 ? "" : "; " + alike + " are alike but for zeros, capitals or marks")
                    + "): name the cases alike in both tables.");
        }
        if (!lost.isEmpty()) {
            notes.add(lost.size() + " of the " + all.rows().size() + " cases in "
                    + all.table().title()
                    + " have no row in " + measured.table().title()
                    + " and take no part (" + String.join(", ", lost) + ")"
                    + (alike == 0
                            ? "."
                            : "; " + alike
                                    + " of them would, but for zeros, capitals or marks in their names: name "
                                    + "the cases alike in both "
                                    + "tables."));
        }
        if (!alone.isEmpty()) {
            notes.add(alone.size() + " of the cases in " + measured.table().title()
                    + (alone.size() == 1 ? " is" : " are") + " not in "
                    + all.table().title()
                    + " and " + (alone.size() == 1 ? "takes" : "take") + " no part (" + String.join(", ", alone)
                    + ").");
        }
    }

    /** A name as far as it matters: pandas writes 7.0 for 7, spreadsheets 7 for 007, people P-7 for p7. */
    private static String bare(String id) {
        return id.toLowerCase(Locale.ROOT)
                .replaceFirst("(?<=\\d)\\.0$", "")
                .replaceAll("[\\s_.-]+", "")
                .replaceAll("(?<!\\d)0+(?=\\d)", "");
    }

    private static void sayToBeChecked(
            List<String> ids, FeatureTable clinical, Optional<FeatureTable> features, List<String> notes)
            throws InvalidInputException {
        List<FeatureTable> tables =
                Stream.concat(Stream.of(clinical), features.stream()).toList();
        CaseStatus.sentence(ids, tables, "such cases take part").ifPresent(notes::add);
    }

    private static String first(CaseIds cases) {
        return cases.rows().isEmpty() ? "" : cases.rows().keySet().iterator().next();
    }

    private static List<String> leaveOut(List<String> ids, Predicate<String> stays, String why, List<Flow.Step> steps) {
        Map<Boolean, List<String>> parts = ids.stream().collect(Collectors.partitioningBy(stays));
        if (!parts.get(false).isEmpty())
            steps.add(new Flow.Step(why, parts.get(false).size(), parts.get(false)));
        return parts.get(true);
    }
}
