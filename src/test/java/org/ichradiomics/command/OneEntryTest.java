package org.ichradiomics.command;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OneEntryTest {

    /** A line of a plugins.config, as Fiji has it among its modules. */
    private static ModuleInfo legacy(String plugIn) {
        return new CommandInfo(ExtractCommand.class) {
            @Override
            public String getIdentifier() {
                return "legacy:" + plugIn;
            }
        };
    }

    @Test
    void theTwinsOfOurCommandsGoAndNothingElse() {
        try (Context context = new Context(CommandService.class, OneEntry.class)) {
            ModuleService modules = context.service(ModuleService.class);
            int before = modules.getModules().size();
            ModuleInfo twin = legacy("org.ichradiomics.front.MenuItem");
            ModuleInfo other = legacy("ij.plugin.GaussianBlur");
            modules.addModules(List.of(twin, other));
            assertFalse(modules.getModules().contains(twin));
            assertTrue(modules.getModules().contains(other));
            assertEquals(before + 1, modules.getModules().size());
        }
    }
}
