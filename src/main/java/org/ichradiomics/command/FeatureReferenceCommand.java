package org.ichradiomics.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

import org.ichradiomics.plugin.FeatureReference;

/** <i>Plugins &gt; ICH Radiomics &gt; Feature Reference</i> in Fiji. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Feature Reference")})
public class FeatureReferenceCommand implements Command {

    @Override
    public void run() {
        new FeatureReference().run("");
    }
}
