package org.ichradiomics.cli;

import java.nio.file.Path;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.SignatureImporting;
import org.ichradiomics.signature.CoefficientCsv;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.TextFile;

/** {@code signature import} and {@code signature export}: coefficients in, a signature out, and back. */
final class SignatureCommand {

    private SignatureCommand() {}

    static int read(Given given) throws InvalidInputException {
        Options options = given.options(SignatureImporting.OPTIONS, Options::replacing);
        Path out = given.value(ExtractCommand.OUT);
        RowFile.refuse(out, given.inputs(SignatureImporting.OPTIONS));
        SignatureImporting.Imported imported = SignatureImporting.of(options);
        boolean isChanged = imported.write(out, options);
        given.out().println(imported.sentence());
        for (String note : imported.notes()) given.out().println("Note: " + note);
        say(given, isChanged, out);
        return Main.DONE;
    }

    static int write(Given given) throws InvalidInputException {
        Path out = given.value(ExtractCommand.OUT);
        RowFile.refuse(out, given.inputs(given.task().options()));
        String text = CoefficientCsv.of(Signatures.find(given.place(0)));
        say(given, TextFile.write(out, text, Commands.replacing(given)), out);
        return Main.DONE;
    }

    private static void say(Given given, boolean isChanged, Path out) {
        given.out().println((isChanged ? "written: " : "unchanged: ") + out);
    }
}
