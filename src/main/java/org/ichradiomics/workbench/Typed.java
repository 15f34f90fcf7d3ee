package org.ichradiomics.workbench;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Takes what stands in a field at each change. */
record Typed(Runnable action) implements DocumentListener {

    @Override
    public void insertUpdate(DocumentEvent event) {
        action.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        action.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        // Of style alone.
    }
}
