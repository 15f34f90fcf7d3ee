package org.ichradiomics.command;

import java.lang.reflect.Field;
import java.util.Map;

import ij.ImagePlus;
import ij.WindowManager;
import org.scijava.Priority;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

/**
 * Gives our commands the image that {@code IJ.run(image, ...)} names.
 *
 * <p>ImageJ remembers that image for the calling thread; Fiji runs the command in another, and would measure whatever
 * image is in front. Acts before Fiji's own preprocessor (VERY_HIGH + 1) fills in the active image, and on our own
 * commands only.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH + 2)
public class CalledImagePreprocessor extends AbstractPreprocessorPlugin {

    @Parameter
    private ThreadService threads;

    @Parameter(required = false)
    private LogService log;

    @Override
    public void process(Module module) {
        if (!(module.getDelegateObject() instanceof OnImage) || module.isInputResolved(OnImage.INPUT)) return;
        try {
            Field field = WindowManager.class.getDeclaredField("tempImageTable");
            field.setAccessible(true);
            Map<?, ?> images = (Map<?, ?>) field.get(null);
            for (Thread thread = Thread.currentThread(); thread != null; thread = threads.getParent(thread)) {
                if (images.get(thread) instanceof ImagePlus) {
                    module.setInput(OnImage.INPUT, images.get(thread));
                    module.resolveInput(OnImage.INPUT);
                    return;
                }
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            if (log != null)
                log.warn("ICH Radiomics cannot see which image IJ.run was given; it takes the active one.", e);
        }
    }
}
