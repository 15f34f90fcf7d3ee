package org.ichradiomics.plugin;

import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.PopupMenu;
import java.awt.TextField;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import ij.io.DirectoryChooser;
import ij.io.OpenDialog;
import ij.plugin.frame.Recorder;

import org.ichradiomics.imagej.ImagePoints;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.OpenTable;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Help;
import org.ichradiomics.menu.Task;

/**
 * The dialog of a task: a field for each option, and below them what is chosen, where the task shows it; OK then waits
 * until it can be measured. Nothing is remembered: the source and the path of one patient's mask would be the wrong
 * ones for the next.
 */
final class TaskDialog implements DialogListener {

    private static final int PATH = 36;
    private static final int WORD = 12;

    private final Task task;
    private final ImagePlus image;
    private final List<Option> fields;
    private Map<String, String> entries;
    private boolean wasCanceled;
    private Map<String, String> previewed = Map.of();
    private MaskPreview preview;
    private AllTheSame allTheSame;

    /** @param entries what stands in the fields; those that are missing have the usual values */
    TaskDialog(Task task, ImagePlus image, Map<String, String> entries) {
        this.task = task;
        this.image = image;
        this.entries = entries;
        this.fields = task.options().stream()
                .filter(option -> option.reach() == Option.Reach.DIALOG)
                .toList();
    }

    /** Asks. */
    void show() {
        // What an earlier dialog of the same run has recorded was not done.
        if (!entries.isEmpty() && Recorder.record) Recorder.setCommand(Recorder.getCommand());
        GenericDialog dialog = new GenericDialog(task.title());
        if (!task.message().isEmpty()) dialog.addMessage(task.message());
        for (Option field : fields) add(dialog, field);
        if (task.preview() != null) {
            dialog.addMessage("\n \n \n \n ");
            allTheSame = AllTheSame.addTo(dialog);
            dialog.addDialogListener(this);
        }
        dialog.addHelp(Help.HELP.html());
        if (task.preview() != null) letOkWait(dialog, dialogItemChanged(dialog, null));
        dialog.showDialog();
        wasCanceled = dialog.wasCanceled();
        if (!wasCanceled) entries = values(dialog);
    }

    boolean wasCanceled() {
        return wasCanceled;
    }

    /** Key → what stands in the fields. */
    Map<String, String> entries() {
        return entries;
    }

    private void add(GenericDialog dialog, Option field) {
        String entry = entries.getOrDefault(field.key(), field.usual());
        String label = field.label();
        switch (field.kind()) {
            case CHOICE, FLAG -> dialog.addChoice(label, field.choices().toArray(String[]::new), entry);
            case IMAGE -> dialog.addChoice(label, openImages(), entry);
            case FIRST_IMAGE -> dialog.addChoice(label, openImages(), open(field, 1));
            case SECOND_IMAGE -> dialog.addChoice(label, openImages(), open(field, 2));
            case FILE, SAVE, NAME_OR_FILE -> dialog.addFileField(label, entry, PATH);
            case SAVE_MASK -> dialog.addFileField(label, entries.getOrDefault(field.key(), besideImage()), PATH);
            case POINTS -> dialog.addStringField(label, entries.getOrDefault(field.key(), clicked(field)), PATH);
            case FOLDER -> dialog.addDirectoryField(label, entry, PATH);
            case FILE_OR_FOLDER -> {
                dialog.addFileField(label, entry, PATH);
                // Browse chooses files only.
                beside(dialog, "Folder...", (button, path) -> chooseFolder(path, label));
            }
            case TABLE -> {
                dialog.addFileField(label, entries.getOrDefault(field.key(), OpenTable.suggested(entry)), PATH);
                beside(dialog, "Open...", TaskDialog::chooseTable);
            }
            case TEXT, WINDOW -> dialog.addStringField(label, entry, PATH);
            default -> dialog.addStringField(label, entry, WORD);
        }
    }

    /** What was chosen before, or one of the open images. */
    private String open(Option field, int which) {
        String[] open = openImages();
        return entries.getOrDefault(field.key(), open.length > which ? open[which] : "");
    }

    private String clicked(Option field) {
        return ImagePoints.clicked(image, field.key().equals("against"));
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

    /** A button beside the field that was added last. */
    private static void beside(GenericDialog dialog, String label, BiConsumer<Button, TextField> action) {
        TextField path = (TextField) dialog.getStringFields().lastElement();
        Button button = new Button(label);
        button.setFont(path.getParent().getFont());
        button.addActionListener(event -> action.accept(button, path));
        path.getParent().add(button);
    }

    private static void chooseTable(Button button, TextField path) {
        PopupMenu open = new PopupMenu();
        for (String title : OpenTable.titles()) open.add(title);
        open.addActionListener(event -> path.setText(event.getActionCommand()));
        button.add(open);
        open.show(button, 0, button.getHeight());
    }

    private static void chooseFolder(TextField path, String label) {
        boolean isRecording = Recorder.record;
        // The field is recorded; the chooser would record itself as one more option.
        Recorder.record = false;
        try {
            String folder = new DirectoryChooser(label).getDirectory();
            if (folder != null) path.setText(folder);
        } finally {
            Recorder.record = isRecording;
        }
    }

    @Override
    public boolean dialogItemChanged(GenericDialog dialog, AWTEvent event) {
        Map<String, String> values = values(dialog);
        Map<String, String> now = new LinkedHashMap<>(values);
        for (Option field : fields) if (!field.kind().isMeasured()) now.remove(field.key());
        boolean isNew = !now.equals(previewed);
        if (isNew) {
            previewed = now;
            preview = task.preview().of(Options.of(values, task.options()), image);
            if (dialog.getMessage() instanceof MultiLineLabel label) label.setText(preview.text());
        }
        boolean isAllowed = allTheSame.allows(preview.stopped());
        if (isNew) dialog.pack();
        return isAllowed && preview.isUsable();
    }

    /** Whether a mask that is stopped shall be measured all the same. */
    boolean isConfirmed() {
        return allTheSame != null && allTheSame.isSet();
    }

    /** What stands in the fields, in their order: reading them is what ImageJ records. */
    private Map<String, String> values(GenericDialog dialog) {
        dialog.resetCounters();
        Map<String, String> values = new LinkedHashMap<>();
        for (Option field : fields) {
            boolean isChoice = !field.choices().isEmpty() || field.kind().isOpenImage();
            values.put(field.key(), isChoice ? dialog.getNextChoice() : dialog.getNextString());
        }
        return values;
    }

    /**
     * ImageJ asks a dialog's listeners only when something was changed: before that OK would be there for what cannot
     * be measured.
     */
    static void letOkWait(GenericDialog dialog, boolean isReady) {
        dialog.getButtons()[0].setEnabled(isReady);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                // Only now are the lines of what was written as wide as on the screen.
                dialog.pack();
            }
        });
    }
}
