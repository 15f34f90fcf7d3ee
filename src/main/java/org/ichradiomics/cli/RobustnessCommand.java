package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

import org.ichradiomics.batch.Batch;
import org.ichradiomics.batch.BatchSummary;
import org.ichradiomics.batch.CaseList;
import org.ichradiomics.batch.CohortCheck;
import org.ichradiomics.batch.PerturbedCases;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.studies.RobustnessRunning;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.study.output.RobustnessPaper;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

/** {@code robustness}: a cohort in, its perturbed features and their ICC out. */
final class RobustnessCommand {

    private static final String MASKS = "--masks";

    private RobustnessCommand() {}

    static int run(Given given) throws InvalidInputException {
        ExtractOptions options = ChosenOptions.of(given);
        Path source = given.place(0);
        CaseList cases = CaseList.read(source).labelled(options.get("label"), LesionRule.of(options.placement()));
        Path out = given.value(ExtractCommand.OUT);
        Batch.Existing existing = BatchCommand.existing(given);
        CohortCheck check = RobustnessRunning.check(cases, options, OptionWords.INSTANCE);
        int threads = BatchCommand.threads(given, check);
        PrintWriter err = given.err();
        cases.leftOut().ifPresent(left -> err.println(left.in(OptionWords.INSTANCE)));
        err.println(check.memory(threads));
        err.flush();
        PerturbedCases run =
                RobustnessRunning.perturbed(cases, options, threads, given.has(MASKS), OptionWords.INSTANCE);
        Replacing replacing = Commands.replacing(given);
        return BatchCommand.resumable(err, teller -> {
            BatchSummary summary = run.run(out, RobustnessPaper.FILES, existing, replacing, teller);
            PrintWriter said = given.out();
            said.println(summary.text());
            RobustnessPaper paper = RobustnessRunning.write(out, teller.isUnchanged() ? replacing : Replacing.ALWAYS);
            said.println(paper.sentence());
            said.println(
                    (teller.isUnchanged() ? "unchanged, since this run was finished before: " : "written: ") + out);
            return summary.isAllDone() ? Main.DONE : Main.SOME_FAILED;
        });
    }
}
