package org.ichradiomics.plugin;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import ij.gui.GenericDialog;

import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.text.English;

/**
 * Asks in a window which of several is meant.
 *
 * @param title of the window
 * @param message above the choices
 * @param key the option that would have said it; recorded with the answer
 */
record ChoosingUser(String title, String message, String key) implements CtOpening.Chooser {

    private static final int MOST_LINES = 40;

    @Override
    public String choose(Map<String, String> choices) {
        GenericDialog dialog = new GenericDialog("ICH Radiomics - " + title);
        String lines = choices.entrySet().stream()
                .limit(MOST_LINES)
                .map(choice -> choice.getKey() + "  " + choice.getValue())
                .collect(Collectors.joining("\n"));
        dialog.addMessage(message + "\n \n" + lines + (choices.size() > MOST_LINES ? "\n..." : ""));
        String[] values = choices.keySet().toArray(String[]::new);
        dialog.addChoice(English.capital(key), values, values[0]);
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        return dialog.getNextChoice();
    }
}
