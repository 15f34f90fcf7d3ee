package org.ichradiomics.command;

import ij.ImagePlus;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.text.InvalidInputException;

/**
 * Where nobody is to be asked, what a macro leaves out has its default.
 *
 * <p>Fiji's own preprocessor for macros resolves only the keys that are named, and with a window up its dialog would
 * ask for the others, though its answers are never read. Acts after the preprocessors that find images (VERY_HIGH),
 * before the dialog (VERY_LOW), and on our own commands only.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.LOW)
public class UnaskedInputs extends AbstractPreprocessorPlugin {

    @Override
    public void process(Module module) {
        if (!isOurs(module) || Screen.hasUser() && isReady(module)) return;
        for (ModuleItem<?> input : module.getInfo().inputs()) module.resolveInput(input.getName());
    }

    private static boolean isOurs(Module module) {
        String house = UnaskedInputs.class.getPackageName();
        return module.getDelegateObject()
                .getClass()
                .getName()
                .startsWith(house.substring(0, house.lastIndexOf('.') + 1));
    }

    /** A dialog is of no use for an image that is not there, or cannot be measured: the command says so. */
    static boolean isReady(Module module) {
        if (!(module.getDelegateObject() instanceof OnImage)) return true;
        try {
            MaskPreview.requireImage((ImagePlus) module.getInput(OnImage.INPUT));
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
