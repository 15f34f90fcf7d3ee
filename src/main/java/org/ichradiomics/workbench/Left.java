package org.ichradiomics.workbench;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;

/** Takes what stands in a field when it is left. */
final class Left extends FocusAdapter {

    private final Runnable action;

    Left(Runnable action) {
        this.action = action;
    }

    @Override
    public void focusLost(FocusEvent event) {
        action.run();
    }
}
