package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.ReferenceBuilding;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.text.InvalidInputException;

/** {@code reference}: the table of a cohort in, means and SDs of its features out. */
final class ReferenceCommand {

    private ReferenceCommand() {}

    static int run(Given given) throws InvalidInputException {
        Options options = given.options(ReferenceBuilding.OPTIONS, Options::replacing);
        Path out = given.value(ExtractCommand.OUT);
        RowFile.refuse(out, given.inputs(ReferenceBuilding.OPTIONS));
        ReferenceBuilding.Built built = ReferenceBuilding.of(Tables.FILES, options);
        boolean isChanged = Reference.FILE.write(built.reference(), out, options.replacing());
        PrintWriter said = given.out();
        said.println(built.sentence());
        for (String note : built.notes()) said.println("Note: " + note);
        said.println((isChanged ? "written: " : "unchanged: ") + out);
        return Main.DONE;
    }
}
