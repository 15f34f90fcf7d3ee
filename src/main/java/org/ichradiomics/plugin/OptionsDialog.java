package org.ichradiomics.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.gui.GenericDialog;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Help;
import org.ichradiomics.text.English;

/** A dialog with one field for each option: a choice, or text, which has a Browse button where it may be a path. */
final class OptionsDialog {

    private static final int WIDTH = 36;

    private OptionsDialog() {}

    /**
     * Asks.
     *
     * @param paths the keys that may hold a path
     * @return the options, empty if the user canceled
     */
    static Optional<Options> ask(String title, String message, Map<String, String> defaults, List<String> paths) {
        return ask(title, message, defaults, paths, List.of(), Map.of());
    }

    /**
     * Asks.
     *
     * @param paths the keys that may hold a path
     * @param choices what a key may be, of those that are no free text
     * @return the options, empty if the user canceled
     */
    static Optional<Options> ask(
            String title,
            String message,
            Map<String, String> defaults,
            List<String> paths,
            Map<String, List<String>> choices) {
        return ask(title, message, defaults, paths, List.of(), choices);
    }

    /**
     * Asks.
     *
     * @param paths the keys that may hold the path of a file
     * @param folders the keys that may hold that of a folder
     * @param choices what a key may be, of those that are no free text
     * @return the options, empty if the user canceled
     */
    static Optional<Options> ask(
            String title,
            String message,
            Map<String, String> defaults,
            List<String> paths,
            List<String> folders,
            Map<String, List<String>> choices) {
        GenericDialog dialog = new GenericDialog(title);
        dialog.addMessage(message);
        defaults.forEach((key, value) -> {
            String label = English.capital(key);
            if (key.equals(Options.OVERWRITE)) return;
            if (choices.containsKey(key))
                dialog.addChoice(label, choices.get(key).toArray(String[]::new), value);
            else if (paths.contains(key)) dialog.addFileField(label, value, WIDTH);
            else if (folders.contains(key)) dialog.addDirectoryField(label, value, WIDTH);
            else dialog.addStringField(label, value, WIDTH);
        });
        dialog.addHelp(Help.HELP.html());
        dialog.showDialog();
        if (dialog.wasCanceled()) return Optional.empty();
        return Optional.of(Options.of(Fields.values(dialog, defaults.keySet(), choices.keySet()), defaults)
                .asking(AskingUser::replaces));
    }
}
