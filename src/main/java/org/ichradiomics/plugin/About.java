package org.ichradiomics.plugin;

import ij.plugin.PlugIn;

/** <i>About ICH Radiomics...</i>. */
public final class About implements PlugIn {

    @Override
    public void run(String arg) {
        Help.show("About ICH Radiomics", Help.resource("about.html"));
    }
}
