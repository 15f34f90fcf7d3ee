package org.ichradiomics.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

import org.ichradiomics.plugin.OpenSample;

/** <i>Plugins &gt; ICH Radiomics &gt; Open Sample</i> in Fiji. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "Open Sample")})
public class OpenSampleCommand implements Command {

    @Override
    public void run() {
        new OpenSample().run("");
    }
}
