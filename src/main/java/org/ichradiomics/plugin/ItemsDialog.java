package org.ichradiomics.plugin;

import java.awt.AWTEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import ij.gui.DialogListener;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import ij.plugin.frame.Recorder;

import org.ichradiomics.imagej.Option;

/**
 * A second dialog of a task, with fields that hang on the first: nothing is filled in, and below the fields stands what
 * is made of them.
 */
final class ItemsDialog implements DialogListener {

    /** The dialog keeps room for so many lines. */
    private static final String ROOM = "\n \n \n \n ";

    private final List<Option> options;
    private final List<Field> fields = new ArrayList<>();
    private final Function<Map<String, String>, String> shown;

    /** @param shown what stands below the fields, by what is entered */
    ItemsDialog(List<Option> options, Function<Map<String, String>, String> shown) {
        this.options = options;
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
        options.forEach(new FieldKinds(dialog, null, Map.of(), fields)::add);
        dialog.addMessage(ROOM);
        dialog.addDialogListener(this);
        dialogItemChanged(dialog, null);
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        Map<String, String> entries = entries();
        if (Recorder.record) entries.forEach(Field::record);
        return entries;
    }

    @Override
    public boolean dialogItemChanged(GenericDialog dialog, AWTEvent event) {
        if (dialog.getMessage() instanceof MultiLineLabel label) label.setText(shown.apply(entries()));
        if (event != null) dialog.pack();
        return true;
    }

    /** What stands in the fields, in their order. */
    private Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Field field : fields) entries.put(field.option().key(), field.value());
        return entries;
    }
}
