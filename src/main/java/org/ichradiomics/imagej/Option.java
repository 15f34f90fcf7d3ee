package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing that a user may say of a task. The dialog of ImageJ and Fiji, macros, the inputs of Fiji's command, the
 * command line, its help, the tables of the documentation and the tests read it here, and nowhere else.
 *
 * @param label its first word is the key of macros, as ImageJ makes it
 * @param usual its value where nothing is said
 * @param choices all that it may be; empty: free text
 * @param help sentences for dialogs, the command line and the documentation
 * @param line how the command line says it; null: it is of use in ImageJ alone
 * @param reach which fronts of ImageJ have it
 * @param look what a dialog makes of it
 */
public record Option(
        Kind kind,
        String label,
        String usual,
        List<String> choices,
        List<String> help,
        Line line,
        Reach reach,
        Look look) {

    /** What a value is, and so how it is asked for. */
    public enum Kind {
        /** A number, or a short word. */
        WORD,
        /** Free text. */
        TEXT,
        /** Voxels, {@code x,y,z; x,y,z}; the command line says each by itself, as often as there are. */
        POINTS,
        /** A whole number; the command line takes nothing else. */
        COUNT,
        /** One of some words. */
        CHOICE,
        /** No, or one of the other choices, of which each is an option of its own on the command line. */
        FLAG,
        /** The path of a file to read. */
        FILE,
        /** The path of a file or a folder to read. */
        FILE_OR_FOLDER,
        /** The name of something built in, the title of something open, or the path of a file. */
        NAME_OR_FILE,
        /** The title of an open table, or the path of a file that holds one. */
        TABLE,
        /** The path of a folder. */
        FOLDER,
        /** The path of a file to write; no number depends on it. */
        SAVE,
        /** As SAVE; a dialog suggests one that is named after the image. */
        SAVE_MASK,
        /** The title of the table that is shown; no number depends on it. */
        WINDOW,
        /** The title of an open image. */
        IMAGE,
        /** As IMAGE; of those that are open a dialog suggests the first. */
        FIRST_IMAGE,
        /** A column of the tables that the other options name. */
        COLUMN,
        /** A value in the column that another option names. */
        CELL,
        /** As IMAGE; of those that are open a dialog suggests the second. */
        SECOND_IMAGE,
        /** The image on which the task works: in ImageJ the current one, which no dialog asks for. */
        CURRENT_IMAGE;

        /** Whether the command line takes it as a path. */
        public boolean isPath() {
            return isOpenImage()
                    || List.of(FILE, FILE_OR_FOLDER, TABLE, FOLDER, SAVE, SAVE_MASK, CURRENT_IMAGE)
                            .contains(this);
        }

        /** Whether numbers may depend on it. */
        public boolean isMeasured() {
            return this != SAVE && this != SAVE_MASK && this != WINDOW;
        }

        /** Whether its value is the title of an open image. */
        public boolean isOpenImage() {
            return List.of(IMAGE, FIRST_IMAGE, SECOND_IMAGE).contains(this);
        }
    }

    /** Where ImageJ and Fiji have it. */
    public enum Reach {
        /** In dialogs, macros and scripts. */
        DIALOG,
        /** In macros and scripts; somebody at the screen is asked when it matters. */
        MACRO,
        /** Nowhere: it is of use on the command line alone. */
        LINE
    }

    /**
     * What a dialog makes of an option.
     *
     * @param title of its field; empty: the label
     * @param entry what stands in its field at first; empty: the usual value
     * @param isFurther whether only some users need it
     * @param hint a sentence more, of what ImageJ alone has; may be empty
     * @param other the option on whose value it depends whether there is a field; empty: it does not
     * @param values of the other with which there is one
     */
    public record Look(String title, String entry, boolean isFurther, String hint, String other, List<String> values) {

        private static final Look PLAIN = new Look("", "", false, "", "", List.of());

        public Look {
            values = List.copyOf(values);
        }
    }

    /**
     * An option of the command line.
     *
     * @param flag as in {@code --mask-label}; empty: a parameter without a name, by its place
     * @param param what the help calls its value; empty: it has none, or another option of the task stands for it
     * @param brief as in {@code -o}; empty for none
     */
    public record Line(String flag, String param, boolean isRequired, String brief) {}

    /** What {@code overwrite} and other flags may be. */
    public static final List<String> NO_YES = List.of("no", "yes");

    /** The same, the other being the usual one. */
    public static final List<String> YES_NO = List.of("yes", "no");

    public Option {
        choices = List.copyOf(choices);
        help = List.copyOf(help);
    }

    private static Option of(Kind kind, String label, String usual, List<String> choices, String... help) {
        return new Option(kind, label, usual, choices, List.of(help), null, Reach.DIALOG, Look.PLAIN);
    }

    /** A number, or a short word. */
    public static Option word(String label, String usual, String... help) {
        return of(Kind.WORD, label, usual, List.of(), help);
    }

    /** Free text. */
    public static Option text(String label, String usual, String... help) {
        return of(Kind.TEXT, label, usual, List.of(), help);
    }

    /** One of some words, of which the first is the usual one. */
    public static Option choice(String label, List<String> choices, String... help) {
        return of(Kind.CHOICE, label, choices.get(0), choices, help);
    }

    /** No or yes; on the command line without a value. */
    public static Option flag(String label, String... help) {
        return flag(label, NO_YES, help);
    }

    /** No or one of the other choices; on the command line each of these is an option, with its sentence. */
    public static Option flag(String label, List<String> choices, String... help) {
        return of(Kind.FLAG, label, choices.get(0), choices, help).line("");
    }

    /** What is named, opened or chosen in another way. */
    public static Option of(Kind kind, String label, String usual, String... help) {
        return of(kind, label, usual, List.of(), help);
    }

    /** The same option on the command line as well: {@code --run-distance=MM}. */
    public Option line(String param) {
        return line("--" + key().replace('_', '-'), param);
    }

    /** The same, where the command line has another name for it. */
    public Option line(String flag, String param) {
        return with(new Line(flag, param, false, ""));
    }

    /** The same as a parameter of the command line that has its place and no name, and must be there. */
    public Option place(String param) {
        return with(new Line("", param, true, ""));
    }

    /** The same, for which another option stands on the command line. */
    public Option saidAs(String flag) {
        return line(flag, "");
    }

    /** The same; the command line refuses to go on without it. */
    public Option required() {
        return with(new Line(line.flag(), line.param(), true, line.brief()));
    }

    /** The same; the command line goes on without it. */
    public Option optional() {
        return with(new Line(line.flag(), line.param(), false, line.brief()));
    }

    /** The same with a name of one letter on the command line. */
    public Option briefly(String brief) {
        return with(new Line(line.flag(), line.param(), line.isRequired(), brief));
    }

    /** The same on the command line alone. */
    public Option onlyOnTheLine() {
        return reaching(Reach.LINE);
    }

    /** The same without a field in the dialog: whoever is at the screen is asked when it matters. */
    public Option askedWhenItMatters() {
        return reaching(Reach.MACRO);
    }

    private Option reaching(Reach fronts) {
        return new Option(kind, label, usual, choices, help, line, fronts, look);
    }

    /** The same in menus and macros alone. */
    public Option onlyInMenu() {
        return with((Line) null);
    }

    /** The same for those who need it: a dialog has it behind <i>More</i>. */
    public Option further() {
        return looking(new Look(look.title, look.entry, true, look.hint, look.other, look.values));
    }

    /** The same under another name in dialogs. */
    public Option called(String title) {
        return looking(new Look(title, look.entry, look.isFurther, look.hint, look.other, look.values));
    }

    /** The same with something else than the usual value in the field of a dialog, which macros leave out. */
    public Option suggesting(String entry) {
        return looking(new Look(look.title, entry, look.isFurther, look.hint, look.other, look.values));
    }

    /** The same, of which a dialog asks only while another option has one of these values. */
    public Option when(Option other, String... values) {
        return looking(new Look(look.title, look.entry, look.isFurther, look.hint, other.key(), List.of(values)));
    }

    /** The same with a sentence more in dialogs and documentation, of what ImageJ alone has. */
    public Option inMenu(String hint) {
        return looking(new Look(look.title, look.entry, look.isFurther, hint, look.other, look.values));
    }

    private Option looking(Look another) {
        return new Option(kind, label, usual, choices, help, line, reach, another);
    }

    /** The same with another usual value. */
    public Option usually(String value) {
        return new Option(kind, label, value, choices, help, line, reach, look);
    }

    /** The same with another help. */
    public Option meaning(String... sentences) {
        return new Option(kind, label, usual, choices, List.of(sentences), line, reach, look);
    }

    private Option with(Line said) {
        return new Option(kind, label, usual, choices, help, said, reach, look);
    }

    /** The key in macros and scripts, as ImageJ makes it of the label. */
    public String key() {
        int end = label.indexOf(' ');
        return (end < 0 ? label : label.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** The sentences of dialogs and the documentation. */
    public List<String> menuHelp() {
        return look.hint.isEmpty()
                ? help
                : Stream.concat(help.stream(), Stream.of(look.hint)).toList();
    }

    /** What a dialog calls it. */
    public String title() {
        return look.title.isEmpty() ? label.replace('_', ' ') : look.title;
    }

    /** What stands in the field of a dialog at first. */
    public String entry() {
        return look.entry.isEmpty() ? usual : look.entry;
    }

    /** Whether only some users need it. */
    public boolean isFurther() {
        return look.isFurther;
    }

    /** Whether it is yes or no. */
    public boolean isTick() {
        return choices.equals(NO_YES) || choices.equals(YES_NO);
    }

    /** Whether the command line has it; else it has another, or none. */
    public boolean isOnTheLine() {
        return line != null && (kind == Kind.FLAG || !line.param().isEmpty());
    }

    /** The option of the command line for one of the choices of a flag. */
    public String flag(String choice) {
        return choice.equals(NO_YES.get(1)) ? line.flag() : "--" + choice;
    }

    /** Key → usual value of those that macros and scripts have, in the order of the list. */
    public static Map<String, String> usual(List<Option> options) {
        Map<String, String> usual = new LinkedHashMap<>();
        for (Option option : options) {
            if (option.reach != Reach.LINE && option.kind != Kind.CURRENT_IMAGE) usual.put(option.key(), option.usual);
        }
        return Collections.unmodifiableMap(usual);
    }

    /** The keys that a macro may have. */
    public static List<String> keys(List<Option> options) {
        List<String> keys = new ArrayList<>(usual(options).keySet());
        for (Option option : options) if (option.kind == Kind.CURRENT_IMAGE) keys.add(option.key());
        return keys;
    }
}
