package org.ichradiomics.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Leaves nothing for Fiji's own dialog to ask: our commands show that of ImageJ, which has Browse, the open images and
 * a preview, and records itself.
 *
 * <p>It also lets a macro be: Fiji's preprocessor resolves only the keys that a macro names, and the dialog would ask
 * for the others, though its answers are never read. Acts after the preprocessors that find images (VERY_HIGH), before
 * the dialog (VERY_LOW), and on our own commands only.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.LOW)
public class UnaskedInputs extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        Object command = module.getDelegateObject();
        if (!command.getClass().getName().startsWith("org.ichradiomics.")) return;
        boolean isGiven = false;
        for (ModuleItem<?> input : module.getInfo().inputs()) {
            isGiven |= input.getType() == String.class && module.isInputResolved(input.getName());
            module.resolveInput(input.getName());
        }
        if (!(command instanceof MenuCommand)) return;
        if (!isGiven) ((MenuCommand) command).leaveOpen();
        // For scripts; Fiji would open a window for it.
        module.resolveOutput(MenuCommand.ANSWER);
    }
}
