package org.ichradiomics.plugin;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Panel;
import java.awt.TextField;
import java.awt.event.ActionListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import org.ichradiomics.imagej.Option;

/**
 * One option in a dialog. ImageJ records what a dialog reads itself under the words of its labels; a field is read and
 * recorded here instead, by the key of its option, whatever it is called.
 */
final class Field {

    /** What a choice shows where nothing is said. */
    private static final String OPEN = "(automatic)";

    private final Option option;
    private final List<Component> parts;
    private final Component input;

    private Field(Option option, List<Component> parts, Component input) {
        this.option = option;
        this.parts = parts;
        this.input = input;
    }

    /** The field that was added last, as the components of the dialog from a place on. */
    static Field of(Option option, GenericDialog dialog, int from) {
        List<Component> parts = List.of(Arrays.copyOfRange(dialog.getComponents(), from, dialog.getComponentCount()));
        Component last = parts.get(parts.size() - 1);
        Field field = new Field(option, parts, last instanceof Panel panel ? panel.getComponent(0) : last);
        List<Component> all = new ArrayList<>(parts);
        all.add(field.input);
        Tip.on(all, option.menuHelp());
        return field;
    }

    Option option() {
        return option;
    }

    /** Label and input, or the input alone where it has its label itself. */
    List<Component> parts() {
        return parts;
    }

    String value() {
        if (input instanceof Checkbox tick) return Option.NO_YES.get(tick.getState() ? 1 : 0);
        if (input instanceof Choice choice)
            return choice.getSelectedItem().equals(OPEN) ? "" : choice.getSelectedItem();
        return ((TextField) input).getText();
    }

    /** Whether it needs a row of its own. */
    boolean isLong() {
        return parts.get(parts.size() - 1) instanceof Panel
                || input instanceof TextField text && text.getColumns() > FieldKinds.WORD;
    }

    void show(boolean isWanted) {
        parts.forEach(part -> part.setVisible(isWanted));
    }

    /** Other choices in the same field; what was chosen stays chosen if it is among them. */
    void offer(List<String> choices) {
        Choice choice = (Choice) input;
        String chosen = value();
        choice.removeAll();
        choices.forEach(one -> choice.add(one.isEmpty() ? OPEN : one));
        if (!chosen.isEmpty() && choices.contains(chosen)) choice.select(chosen);
    }

    /** A button behind the field. */
    void beside(String label, BiConsumer<Button, TextField> action) {
        Button button = new Button(label);
        button.setFont(input.getFont());
        button.addActionListener(event -> action.accept(button, (TextField) input));
        input.getParent().add(button);
    }

    /** Another action of the button <i>Browse...</i>, which ImageJ has put behind the field. */
    void instead(String label, BiConsumer<Button, TextField> action) {
        Button browse = (Button) input.getParent().getComponent(1);
        browse.setLabel(label);
        for (ActionListener before : browse.getActionListeners()) browse.removeActionListener(before);
        browse.addActionListener(event -> action.accept(browse, (TextField) input));
    }

    /** As ImageJ does: without a value in brackets, and paths of Windows with slashes. */
    static void record(String key, String value) {
        String text = value.matches("(?s)[A-Za-z]:\\\\.*") ? value.replace('\\', '/') : value;
        Recorder.recordOption(key, text.isEmpty() ? "[]" : text);
    }
}
