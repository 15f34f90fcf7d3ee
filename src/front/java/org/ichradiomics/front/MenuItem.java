package org.ichradiomics.front;

import java.util.ArrayList;
import java.util.Collections;

import ij.plugin.PlugIn;

/** Every item of the menu in plain ImageJ. */
public final class MenuItem implements PlugIn {

    /** @param task its name */
    @Override
    public void run(String task) {
        Start.task(task, null, Collections.<String, String>emptyMap(), new ArrayList<String>());
    }
}
