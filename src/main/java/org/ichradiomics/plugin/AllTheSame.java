package org.ichradiomics.plugin;

import java.awt.Checkbox;
import java.util.List;

import ij.gui.GenericDialog;

/**
 * The tick "measure it all the same". It is there while the mask is stopped only, and OK waits for it; a macro needs
 * none.
 */
final class AllTheSame {

    private static final String LABEL = "Measure it all the same";

    private final Checkbox tick;
    private List<String> reasons = List.of();

    private AllTheSame(Checkbox tick) {
        this.tick = tick;
    }

    /** Adds the tick below what a dialog has. It is not one of the values that ImageJ records. */
    static AllTheSame addTo(GenericDialog dialog) {
        dialog.addCheckbox(LABEL, false);
        Checkbox tick = (Checkbox) dialog.getCheckboxes().lastElement();
        tick.setVisible(false);
        return new AllTheSame(tick);
    }

    /**
     * Whether OK may be pressed.
     *
     * @param stopped why the mask is stopped; with other reasons than before the tick must be set again
     */
    boolean allows(List<String> stopped) {
        if (!stopped.equals(reasons)) tick.setState(false);
        reasons = List.copyOf(stopped);
        tick.setVisible(!stopped.isEmpty());
        return stopped.isEmpty() || tick.getState();
    }

    boolean isSet() {
        return tick.getState();
    }
}
