package org.ichradiomics.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.scijava.event.EventHandler;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModulesAddedEvent;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

import org.ichradiomics.front.MenuItem;

/**
 * Leaves one entry of each task in Fiji's search bar: its command. Fiji makes a second one of each line of
 * plugins.config, which would open the same dialog.
 */
@Plugin(type = Service.class)
public class OneEntry extends AbstractService {

    private static final String TWIN = "legacy:" + MenuItem.class.getName();

    @Parameter
    private ModuleService modules;

    @Override
    public void initialize() {
        remove(modules.getModules());
    }

    /** Called by SciJava for modules that come later. */
    @EventHandler
    public void added(ModulesAddedEvent event) {
        remove(event.getItems());
    }

    private void remove(Collection<? extends ModuleInfo> all) {
        List<ModuleInfo> twins = new ArrayList<>();
        for (ModuleInfo module : all) if (module.getIdentifier().startsWith(TWIN)) twins.add(module);
        if (!twins.isEmpty()) modules.removeModules(twins);
    }
}
