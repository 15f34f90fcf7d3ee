package org.ichradiomics.command;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

import org.ichradiomics.plugin.Help;

/** <i>Plugins &gt; ICH Radiomics &gt; ICH Radiomics Help</i> in Fiji. */
@Plugin(
        type = Command.class,
        headless = true,
        menu = {@Menu(label = "Plugins"), @Menu(label = "ICH Radiomics"), @Menu(label = "ICH Radiomics Help")})
public class HelpCommand implements Command {

    @Override
    public void run() {
        new Help().run("");
    }
}
