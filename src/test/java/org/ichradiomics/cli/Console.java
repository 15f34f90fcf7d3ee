package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What one run of the command line said, and its exit code. */
record Console(int exit, String out, String err) {

    static final Path CASES = Path.of("src/test/resources/ak");

    /** Runs the command line in this process; arguments are put to text. */
    static Console run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(
                Stream.of(args).map(Object::toString).toArray(String[]::new),
                new PrintWriter(out),
                new PrintWriter(err));
        return new Console(exit, out.toString(), err.toString());
    }

    /** {@code extract} of a case of {@link #CASES}. */
    static Console extract(String name, Path out, Object... more) {
        List<Object> args = List.of("extract", image(name), "--mask", mask(name), "--out", out);
        return run(Stream.concat(args.stream(), Stream.of(more)).toArray());
    }

    /** The same with the ends of lines that all systems but one have. */
    Console unix() {
        return new Console(exit, out.replace("\r\n", "\n"), err.replace("\r\n", "\n"));
    }

    static Path image(String name) {
        return CASES.resolve(name).resolve("image.nii.gz");
    }

    static Path mask(String name) {
        return CASES.resolve(name).resolve("mask.nii.gz");
    }
}
