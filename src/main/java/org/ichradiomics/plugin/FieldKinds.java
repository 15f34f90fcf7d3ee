package org.ichradiomics.plugin;

import java.awt.Button;
import java.awt.PopupMenu;
import java.awt.TextField;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.io.DirectoryChooser;
import ij.io.OpenDialog;
import ij.io.SaveDialog;
import ij.plugin.frame.Recorder;

import org.ichradiomics.imagej.ImagePoints;
import org.ichradiomics.imagej.OpenTable;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.TableColumns;

/**
 * How each kind of option is asked for in a dialog.
 *
 * @param fields those that are there already
 * @param entries what stands in them; those that are missing have the usual values
 */
record FieldKinds(GenericDialog dialog, ImagePlus image, Map<String, String> entries, List<Field> fields) {

    static final int WORD = 12;

    private static final int PATH = 36;

    /** Adds the field of an option to the dialog, and to those that are there. */
    void add(Option option) {
        int from = dialog.getComponentCount();
        String entry = entries.getOrDefault(option.key(), option.entry());
        String title = option.title();
        switch (option.kind()) {
            case CHOICE, FLAG -> {
                if (option.isTick()) dialog.addCheckbox(title, entry.equals(Option.NO_YES.get(1)));
                else dialog.addChoice(title, option.choices().toArray(String[]::new), entry);
            }
            case COLUMN -> dialog.addChoice(title, new String[] {entry}, entry);
            case IMAGE -> dialog.addChoice(title, openImages(), entry);
            case FIRST_IMAGE -> dialog.addChoice(title, openImages(), open(option, 1));
            case SECOND_IMAGE -> dialog.addChoice(title, openImages(), open(option, 2));
            case FILE, FILE_OR_FOLDER, SAVE, NAME_OR_FILE, CELL -> dialog.addFileField(title, entry, PATH);
            case SAVE_MASK -> dialog.addFileField(title, entries.getOrDefault(option.key(), besideImage()), PATH);
            case TABLE ->
                dialog.addFileField(title, entries.getOrDefault(option.key(), OpenTable.suggested(entry)), PATH);
            case POINTS -> dialog.addStringField(title, entries.getOrDefault(option.key(), clicked(option)), PATH);
            case FOLDER -> dialog.addDirectoryField(title, entry, PATH);
            case TEXT, WINDOW -> dialog.addStringField(title, entry, PATH);
            default -> dialog.addStringField(title, entry, WORD);
        }
        Field field = Field.of(option, dialog, from);
        fields.add(field);
        addButton(field);
    }

    private void addButton(Field field) {
        String title = field.option().title();
        switch (field.option().kind()) {
            // Browse chooses files that are there only.
            case SAVE, SAVE_MASK ->
                field.instead("Browse", (button, path) -> unrecorded(path, () -> fileToWrite(title, path)));
            case FILE_OR_FOLDER ->
                field.beside(
                        "Folder...",
                        (button, path) -> unrecorded(path, () -> new DirectoryChooser(title).getDirectory()));
            case TABLE -> field.beside("Open...", (button, path) -> choose(button, OpenTable.titles(), path));
            case CELL -> field.instead("Choose...", (button, cells) -> choose(button, values(), cells));
            default -> {}
        }
    }

    /** What was chosen before, or one of the open images. */
    private String open(Option option, int which) {
        String[] open = openImages();
        return entries.getOrDefault(option.key(), open.length > which ? open[which] : "");
    }

    private String clicked(Option option) {
        return ImagePoints.clicked(image, option.key().equals("against"));
    }

    /** A mask beside what was opened last, named after the image. */
    private String besideImage() {
        String folder = OpenDialog.getDefaultDirectory();
        return (folder == null ? "" : folder) + image.getTitle().replaceFirst("(?i)(\\.nii)?\\.[a-z]{2,5}$", "")
                + "-mask.nii.gz";
    }

    /** The titles of the open images, after an empty one. */
    private static String[] openImages() {
        return Stream.concat(Stream.of(""), Arrays.stream(WindowManager.getImageTitles()))
                .toArray(String[]::new);
    }

    private static void choose(Button button, List<String> choices, TextField field) {
        PopupMenu menu = new PopupMenu();
        choices.forEach(menu::add);
        menu.addActionListener(event -> field.setText(event.getActionCommand()));
        button.add(menu);
        menu.show(button, 0, button.getHeight());
    }

    private static String fileToWrite(String title, TextField path) {
        String text = path.getText();
        String name = text.replaceFirst(".*[/\\\\]", "");
        SaveDialog dialog = new SaveDialog(title, text.substring(0, text.length() - name.length()), name, "");
        return dialog.getFileName() == null ? null : dialog.getDirectory() + dialog.getFileName();
    }

    /** The field is recorded; a chooser would record itself as one more option. */
    private static void unrecorded(TextField path, Supplier<String> chooser) {
        boolean isRecording = Recorder.record;
        Recorder.record = false;
        try {
            String chosen = chooser.get();
            if (chosen != null) path.setText(chosen);
        } finally {
            Recorder.record = isRecording;
        }
    }

    /** What the fields for tables name. */
    List<String> tables() {
        return fields.stream()
                .filter(field -> field.option().kind() == Option.Kind.TABLE)
                .map(Field::value)
                .toList();
    }

    /** Offers the columns of these tables where a column is to be chosen. */
    void offer(List<String> tables) {
        List<String> columns = null;
        for (Field field : fields) {
            if (field.option().kind() != Option.Kind.COLUMN) continue;
            if (columns == null) columns = TableColumns.of(tables).columns();
            Set<String> offered = new LinkedHashSet<>(List.of(field.option().usual()));
            offered.add(
                    entries.getOrDefault(field.option().key(), field.option().entry()));
            offered.addAll(columns);
            field.offer(List.copyOf(offered));
        }
    }

    /** What stands in the column that was chosen before a value of it. */
    private List<String> values() {
        return fields.stream()
                .filter(field -> field.option().kind() == Option.Kind.COLUMN)
                .reduce((first, last) -> last)
                .map(field -> TableColumns.of(tables()).values(field.value()))
                .orElse(List.of());
    }
}
