package org.ichradiomics.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

import org.ichradiomics.plugin.About;

/** <i>Plugins &gt; ICH Radiomics &gt; About ICH Radiomics...</i> in Fiji. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "About ICH Radiomics...")})
public class AboutCommand implements Command {

    @Override
    public void run() {
        new About().run("");
    }
}
