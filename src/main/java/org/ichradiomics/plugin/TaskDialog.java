package org.ichradiomics.plugin;

import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Panel;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import ij.plugin.frame.Recorder;

import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Help;
import org.ichradiomics.menu.Task;

/**
 * The dialog of a task: a field for each option, those that only some need behind <i>More</i>, and below them what is
 * chosen, where the task shows it; OK then waits until it can be measured. Nothing is remembered: the source and the
 * path of one patient's mask would be the wrong ones for the next.
 */
final class TaskDialog implements DialogListener {

    private static final String MORE = "More...";
    private static final String LESS = "Less";
    private static final Insets GAP = new Insets(3, 3, 3, 3);

    private final Task task;
    private final ImagePlus image;
    private final List<Field> fields = new ArrayList<>();
    private Map<String, String> entries;
    private boolean wasCanceled;
    private boolean isUnfolded;
    private Map<String, String> shown = Map.of();
    private Map<String, String> previewed = Map.of();
    private List<String> tables = List.of();
    private FieldKinds kinds;
    private MaskPreview preview;
    private AllTheSame allTheSame;

    /** @param entries what stands in the fields; those that are missing have the usual values */
    TaskDialog(Task task, ImagePlus image, Map<String, String> entries) {
        this.task = task;
        this.image = image;
        this.entries = entries;
    }

    /** Asks. */
    void show() {
        // What an earlier dialog of the same run has recorded was not done.
        if (!entries.isEmpty() && Recorder.record) Recorder.setCommand(Recorder.getCommand());
        GenericDialog dialog = new GenericDialog(task.title());
        if (!task.message().isEmpty()) dialog.addMessage(task.message());
        addFields(dialog);
        if (task.preview() != null) {
            dialog.addMessage("\n \n \n \n ");
            allTheSame = AllTheSame.addTo(dialog);
        }
        dialog.addDialogListener(this);
        dialog.addHelp(Help.HELP.html());
        letOkWait(dialog, dialogItemChanged(dialog, null));
        dialog.showDialog();
        wasCanceled = dialog.wasCanceled();
        if (wasCanceled) return;
        entries = values();
        if (Recorder.record) entries.forEach(Field::record);
    }

    boolean wasCanceled() {
        return wasCanceled;
    }

    /** Key → what stands in the fields. */
    Map<String, String> entries() {
        return entries;
    }

    private void addFields(GenericDialog dialog) {
        kinds = new FieldKinds(dialog, image, entries, fields);
        List<Option> asked = task.options().stream()
                .filter(option -> option.reach() == Option.Reach.DIALOG)
                .toList();
        for (Option option : asked) if (!option.isFurther()) kinds.add(option);
        List<Option> further = asked.stream().filter(Option::isFurther).toList();
        if (further.isEmpty()) return;
        isUnfolded = further.stream().anyMatch(option -> !option.entry().equals(entry(option)));
        dialog.addButton(isUnfolded ? LESS : MORE, event -> unfold(dialog, (Button) event.getSource()));
        Panel more = new Panel(new GridBagLayout());
        int column = 0;
        int row = 0;
        for (Option option : further) {
            kinds.add(option);
            Field field = fields.get(fields.size() - 1);
            if (field.isLong() && column > 0) {
                column = 0;
                row++;
            }
            place(more, field, row, column);
            column = field.isLong() || column > 0 ? 0 : 2;
            if (column == 0) row++;
        }
        dialog.addPanel(more);
    }

    private String entry(Option option) {
        return entries.getOrDefault(option.key(), option.entry());
    }

    /** Two short fields have room beside each other. */
    private static void place(Panel more, Field field, int row, int column) {
        int last = field.parts().size() - 1;
        GridBagConstraints c = new GridBagConstraints();
        c.gridy = row;
        c.insets = GAP;
        for (int i = 0; i <= last; i++) {
            c.gridx = column + (last == 0 ? 1 : i);
            c.anchor = i < last ? GridBagConstraints.EAST : GridBagConstraints.WEST;
            c.gridwidth = i == last && field.isLong() ? GridBagConstraints.REMAINDER : 1;
            more.add(field.parts().get(i), c);
        }
    }

    private void unfold(GenericDialog dialog, Button button) {
        isUnfolded = !isUnfolded;
        button.setLabel(isUnfolded ? LESS : MORE);
        if (showWanted()) dialog.pack();
    }

    /**
     * Shows the fields that there is something to say in.
     *
     * @return whether these are others than before
     */
    private boolean showWanted() {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Field field : fields) {
            boolean isWanted =
                    isMeant(field.option()) && (isUnfolded || !field.option().isFurther());
            field.show(isWanted);
            if (isWanted) wanted.put(field.option().key(), "");
        }
        boolean isNew = !wanted.equals(shown);
        shown = wanted;
        return isNew;
    }

    /** Whether the value of another option leaves something to say in this one. */
    private boolean isMeant(Option option) {
        Option.Look look = option.look();
        return look.other().isEmpty()
                || fields.stream()
                        .filter(field -> field.option().key().equals(look.other()))
                        .anyMatch(field -> look.values().contains(field.value()));
    }

    @Override
    public boolean dialogItemChanged(GenericDialog dialog, AWTEvent event) {
        boolean isNew = offerColumns() | showWanted();
        boolean isAllowed = task.preview() == null || preview(dialog);
        if (isNew) dialog.pack();
        return isAllowed;
    }

    private boolean preview(GenericDialog dialog) {
        Map<String, String> values = values();
        Map<String, String> now = new LinkedHashMap<>(values);
        for (Field field : fields)
            if (!field.option().kind().isMeasured()) now.remove(field.option().key());
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

    /**
     * Offers the columns of the tables that are named.
     *
     * @return whether these are others than before
     */
    private boolean offerColumns() {
        List<String> named = kinds.tables();
        if (named.equals(tables)) return false;
        tables = named;
        kinds.offer(tables);
        return true;
    }

    /** Whether a mask that is stopped shall be measured all the same. */
    boolean isConfirmed() {
        return allTheSame != null && allTheSame.isSet();
    }

    /** What stands in the fields, in the order of the options; one that is of no use is as usual. */
    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Option option : task.options()) {
            for (Field field : fields) {
                if (field.option() != option) continue;
                values.put(option.key(), isMeant(option) ? field.value() : option.usual());
            }
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
