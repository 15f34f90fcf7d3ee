package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.feature.CaseStatus;
import org.ichradiomics.feature.FeatureTable;
import org.ichradiomics.region.InvalidInputException;

/**
 * Which rows of a study's tables belong together.
 *
 * @param ids      of the cases with a known outcome and, if there is a feature table, a row in it
 * @param clinical their rows
 * @param features their rows
 * @param outcome  theirs
 * @param steps    how many cases were lost where
 * @param notes    what the user should know of it
 */
record Joining(List<String> ids, FeatureTable clinical, Optional<FeatureTable> features, Endpoint outcome, List<Flow.Step> steps, List<String> notes) {

    static Joining of(StudyPlan plan, StudyInputs inputs) throws InvalidInputException {
        List<Flow.Step> steps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        CaseIds all = CaseIds.of(inputs.clinical(), plan.columns().id());
        steps.add(Flow.Step.of("cases in " + inputs.clinical().title(), all.rows().size()));
        List<String> measured = List.copyOf(all.rows().keySet());
        Optional<CaseIds> features = Optional.empty();
        if (inputs.features().isPresent()) {
            features = Optional.of(CaseIds.of(inputs.features().get(), plan.columns().id().filter(inputs.features().get()::has)));
            measured = leaveOut(measured, features.get()::has, "without features", steps);
            sayUnlike(all, features.get(), measured.size(), notes);
        }
        FeatureTable rows = rows(all, measured);
        Endpoint outcome = Outcomes.of(plan.outcome(), rows, Volumes.of(rows, plan.columns()), measured);
        int[] known = outcome.known(IntStream.range(0, measured.size()).toArray());
        Set<String> stay = IntStream.of(known).mapToObj(measured::get).collect(Collectors.toSet());
        List<String> ids = leaveOut(measured, stay::contains, "without a known outcome (" + plan.outcome().variable() + ")", steps);
        Endpoint theirs = new Endpoint(plan.outcome(), Subset.take(outcome.values(), known));
        Outcomes.requireBoth(theirs);
        sayToBeChecked(ids, rows.only(known), features.map(there -> rows(there, ids)), notes);
        return new Joining(ids, rows.only(known), features.map(there -> rows(there, ids)), theirs, steps, notes);
    }

    /**
     * Says which cases are in one table only. A spreadsheet turns 007 into 7, and cases that are there are not found.
     *
     * @throws InvalidInputException if no case is in both
     */
    private static void sayUnlike(CaseIds all, CaseIds measured, int both, List<String> notes) throws InvalidInputException {
        if (both == 0) {
            throw new InvalidInputException("No case of " + all.table().title() + " is in " + measured.table().title() + " (\"" + first(all) + "\" here, \""
                    + first(measured) + "\" there): name the cases alike in both tables.");
        }
        Set<String> bare = measured.rows().keySet().stream().filter(id -> !all.has(id)).map(Joining::withoutZeros).collect(Collectors.toSet());
        int lost = all.rows().size() - both;
        if (lost > 0) {
            long alike = all.rows().keySet().stream().filter(id -> !measured.has(id) && bare.contains(withoutZeros(id))).count();
            notes.add(lost + " of the " + all.rows().size() + " cases in " + all.table().title() + " have no row in " + measured.table().title() + " and take no part"
                    + (alike == 0 ? "." : "; " + alike + " of them would, but for zeros before their numbers: name the cases alike in both tables."));
        }
        int alone = measured.rows().size() - both;
        if (alone > 0) {
            notes.add(alone + " of the cases in " + measured.table().title() + (alone == 1 ? " is" : " are") + " not in " + all.table().title() + " and "
                    + (alone == 1 ? "takes" : "take") + " no part.");
        }
    }

    private static String withoutZeros(String id) {
        return id.replaceFirst("^0+(?=.)", "");
    }

    private static void sayToBeChecked(List<String> ids, FeatureTable clinical, Optional<FeatureTable> features, List<String> notes)
            throws InvalidInputException {
        List<FeatureTable> tables = Stream.concat(Stream.of(clinical), features.stream()).toList();
        CaseStatus.sentence(ids, tables, "such cases take part").ifPresent(notes::add);
    }

    private static String first(CaseIds cases) {
        return cases.rows().isEmpty() ? "" : cases.rows().keySet().iterator().next();
    }

    private static FeatureTable rows(CaseIds cases, List<String> ids) {
        return cases.table().only(ids.stream().mapToInt(cases::row).toArray());
    }

    private static List<String> leaveOut(List<String> ids, Predicate<String> stays, String why, List<Flow.Step> steps) {
        Map<Boolean, List<String>> parts = ids.stream().collect(Collectors.partitioningBy(stays));
        if (!parts.get(false).isEmpty()) steps.add(new Flow.Step(why, parts.get(false).size(), parts.get(false)));
        return parts.get(true);
    }
}
