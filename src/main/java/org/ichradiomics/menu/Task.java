package org.ichradiomics.menu;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import ij.ImagePlus;

import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.text.InvalidInputException;

/**
 * Something a user can do, as all fronts have it. Whoever starts one task declares all of them, so that what costs
 * something is declared as a supplier, and asked for when it is that task's turn.
 *
 * @param name for macros and scripts: {@code open-mask}
 * @param label of the menu; empty: it is of use on the command line alone
 * @param command of the command line; empty: it has none
 * @param said what the help of the command line says instead, where the command does something else; may be empty
 * @param help a sentence for the command line, for Fiji's search bar and the documentation, and more for the former
 * @param saying what the dialog says above its fields; may be empty
 * @param declared its options, in the order of the dialog
 * @param work what it does in ImageJ; null: it is of use on the command line alone
 * @param preview what the dialog shows before OK; null: nothing
 * @param example options of a run on the command line; may be empty
 */
public record Task(
        String name,
        String label,
        String command,
        List<String> said,
        List<String> help,
        Supplier<String> saying,
        Supplier<List<Option>> declared,
        Work work,
        Preview preview,
        String example) {

    /** What a task does in ImageJ. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it.
         *
         * @param image the one on which it works; null if there is none
         * @return what {@code call(...)} answers
         * @throws InvalidInputException if it cannot be done
         */
        String run(Options options, ImagePlus image, User user) throws InvalidInputException;
    }

    /** What a dialog shows of the options as they are. */
    @FunctionalInterface
    public interface Preview {

        /** Never asks, never throws. */
        MaskPreview of(Options options, ImagePlus image);
    }

    private static final Supplier<String> NOTHING = () -> "";

    /** A task of menus and macros. */
    static Task of(String name, String label, Supplier<List<Option>> options, Work work, String... help) {
        return new Task(name, label, "", List.of(), List.of(help), NOTHING, options, work, null, "");
    }

    /** A task of the command line. */
    static Task ofTheLine(String name, Supplier<List<Option>> options, String... help) {
        Supplier<List<Option>> alone =
                () -> options.get().stream().map(Option::onlyOnTheLine).toList();
        return new Task(name, "", name, List.of(), List.of(help), NOTHING, alone, null, null, "");
    }

    /**
     * The same task with a command on the command line.
     *
     * @param says what its help says, where that is not what the menu does
     */
    Task line(String called, String... says) {
        return new Task(name, label, called, List.of(says), help, saying, declared, work, preview, example);
    }

    /** The same with some lines above the fields of its dialog. */
    Task saying(String lines) {
        return saying(() -> lines);
    }

    /** The same with lines that name what is found elsewhere. */
    Task saying(Supplier<String> lines) {
        return new Task(name, label, command, said, help, lines, declared, work, preview, example);
    }

    /** The same with what its dialog shows before OK. */
    Task showing(Preview shown) {
        return new Task(name, label, command, said, help, saying, declared, work, shown, example);
    }

    /** The same with a run that the help of the command line shows. */
    Task like(String run) {
        return new Task(name, label, command, said, help, saying, declared, work, preview, run);
    }

    /** In the order of the dialog. */
    public List<Option> options() {
        return declared.get();
    }

    /** What the dialog says above its fields; may be empty. */
    public String message() {
        return saying.get();
    }

    /** What the help of the command line says. */
    public List<String> lineHelp() {
        return said.isEmpty() ? help : said;
    }

    /** Whether it works on the current image. */
    public boolean isOnImage() {
        return work != null && options().stream().anyMatch(option -> option.kind() == Option.Kind.CURRENT_IMAGE);
    }

    /** Whether a dialog asks for its options. */
    public boolean hasDialog() {
        return options().stream().anyMatch(option -> option.reach() == Option.Reach.DIALOG);
    }

    /** The title of its dialog. */
    public String title() {
        return "ICH Radiomics - " + label.replace("...", "");
    }

    /** Its class among Fiji's commands: {@code OpenMaskCommand}. */
    public String type() {
        return Arrays.stream(name.split("-"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Command";
    }

    /**
     * Options as a macro has them.
     *
     * @throws InvalidInputException if a key is unknown or a value is none of the option's
     */
    public Options parse(String text) throws InvalidInputException {
        return Options.parse(text, options());
    }
}
