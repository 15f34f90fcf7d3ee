package org.ichradiomics.imagej;

import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Optional;

import ij.WindowManager;
import ij.plugin.frame.Editor;
import ij.text.TextWindow;

import org.ichradiomics.text.InvalidInputException;

/** Text that is in no file: of a window of ImageJ, or copied from another program. */
final class OpenText {

    private static final String CLIPBOARD = "clipboard";

    private OpenText() {}

    /**
     * The text of an open window of that title, or of the clipboard; empty if neither is meant.
     *
     * @throws InvalidInputException if the clipboard is meant and holds no text
     */
    static Optional<String> find(String name) throws InvalidInputException {
        if (name.equalsIgnoreCase(CLIPBOARD)) return Optional.of(clipboard());
        Window window = Screen.isThere() ? WindowManager.getWindow(name) : null;
        if (window instanceof TextWindow text)
            return Optional.of(text.getTextPanel().getText());
        return window instanceof Editor editor ? Optional.of(editor.getText()) : Optional.empty();
    }

    private static String clipboard() throws InvalidInputException {
        try {
            return (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
        } catch (HeadlessException | UnsupportedFlavorException | IOException | IllegalStateException e) {
            throw new InvalidInputException(
                    "There is no text on the clipboard: copy the table of coefficients, or save it as a file.", e);
        }
    }
}
