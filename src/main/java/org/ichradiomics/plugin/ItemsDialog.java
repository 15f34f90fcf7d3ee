package org.ichradiomics.plugin;

import java.awt.AWTEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;

import org.ichradiomics.imagej.Option;

/**
 * A second dialog of a task, with fields that hang on the first: nothing is filled in, and below the fields stands what
 * is made of them.
 */
final class ItemsDialog implements DialogListener {

    private static final int WORD = 8;
    /** The dialog keeps room for so many lines. */
    private static final String ROOM = "\n \n \n \n ";

    private final List<Option> fields;
    private final Function<Map<String, String>, String> shown;

    /** @param shown what stands below the fields, by what is entered */
    ItemsDialog(List<Option> fields, Function<Map<String, String>, String> shown) {
        this.fields = fields;
        this.shown = shown;
    }

    /**
     * Asks.
     *
     * @return key → entry
     * @throws CancellationException if it was cancelled
     */
    Map<String, String> ask(String title, String message) {
        GenericDialog dialog = new GenericDialog("ICH Radiomics - " + title);
        dialog.addMessage(message);
        for (Option field : fields) {
            if (field.choices().isEmpty()) dialog.addStringField(field.label(), field.usual(), WORD);
            else dialog.addChoice(field.label(), field.choices().toArray(String[]::new), field.usual());
        }
        dialog.addMessage(ROOM);
        dialog.addDialogListener(this);
        dialogItemChanged(dialog, null);
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        return entries(dialog);
    }

    @Override
    public boolean dialogItemChanged(GenericDialog dialog, AWTEvent event) {
        if (dialog.getMessage() instanceof MultiLineLabel label) label.setText(shown.apply(entries(dialog)));
        if (event != null) dialog.pack();
        return true;
    }

    /** What stands in the fields, in their order: reading them is what ImageJ records. */
    private Map<String, String> entries(GenericDialog dialog) {
        dialog.resetCounters();
        Map<String, String> entries = new LinkedHashMap<>();
        for (Option field : fields)
            entries.put(field.key(), field.choices().isEmpty() ? dialog.getNextString() : dialog.getNextChoice());
        return entries;
    }
}
