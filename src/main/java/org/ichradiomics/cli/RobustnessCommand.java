package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.batch.Batch;
import org.ichradiomics.batch.BatchSummary;
import org.ichradiomics.batch.CaseList;
import org.ichradiomics.batch.CohortCheck;
import org.ichradiomics.batch.PerturbedCases;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.studies.RobustnessRunning;
import org.ichradiomics.study.output.RobustnessPaper;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

/** {@code robustness}: a cohort in, its perturbed features and their ICC out. */
final class RobustnessCommand {

    private static final String MASKS = "--masks";

    private RobustnessCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        ExtractOptions options = ChosenOptions.of(given, line);
        Path source = given.matchedPositionalValue(0, null);
        CaseList cases = CaseList.read(source).labelled(options.get("label"));
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        Batch.Existing existing = BatchCommand.existing(given, line);
        CohortCheck check = RobustnessRunning.check(cases, options, OptionWords.INSTANCE);
        int threads = BatchCommand.threads(given, line, check);
        PrintWriter err = line.getErr();
        cases.leftOut().ifPresent(left -> err.println(left.in(OptionWords.INSTANCE)));
        err.println(check.memory(threads));
        err.flush();
        PerturbedCases run = RobustnessRunning.perturbed(
                cases, options, threads, given.hasMatchedOption(MASKS), OptionWords.INSTANCE);
        Replacing replacing = Commands.replacing(given);
        return BatchCommand.resumable(err, teller -> {
            BatchSummary summary = run.run(out, RobustnessPaper.FILES, existing, replacing, teller);
            PrintWriter said = line.getOut();
            said.println(summary.text());
            RobustnessPaper paper = RobustnessRunning.write(out, teller.isUnchanged() ? replacing : Replacing.ALWAYS);
            said.println(paper.sentence());
            said.println(
                    (teller.isUnchanged() ? "unchanged, since this run was finished before: " : "written: ") + out);
            return summary.isAllDone() ? Main.DONE : Main.SOME_FAILED;
        });
    }
}
