package org.ichradiomics.command;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.Macro;
import org.scijava.ItemIO;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;

import org.ichradiomics.front.Start;

/**
 * A task as a command of Fiji; its inputs are those of the class that the build makes of the task's options. An error
 * is shown by ImageJ, then the command is canceled without a reason: the one way in which Fiji ends a macro as well.
 */
abstract class MenuCommand extends ContextCommand {

    /** For scripts. */
    static final String ANSWER = "answer";

    @Parameter(type = ItemIO.OUTPUT)
    private String answer;

    private final String task;
    private final List<String> told = Collections.synchronizedList(new ArrayList<String>());
    private volatile Thread runner;
    private boolean isGiven = true;

    /** @param task its name */
    protected MenuCommand(String task) {
        this.task = task;
    }

    /** Nobody has given an input: they are asked for, or have their usual values. */
    void leaveOpen() {
        isGiven = false;
    }

    /** Whether a script has given inputs. */
    boolean isGiven() {
        return isGiven;
    }

    @Override
    public void run() {
        runner = Thread.currentThread();
        answer = null;
        try {
            Map<String, Object> inputs = inputs();
            ImagePlus image = (ImagePlus) inputs.remove(OnImage.INPUT);
            answer = Start.task(task, image, isGiven ? texts(inputs) : Collections.<String, String>emptyMap(), told);
        } catch (RuntimeException e) {
            // In a macro, IJ.error ends by this exception; through Fiji's thread pool it would reach the user as a
            // trace.
            if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
        }
        if (answer == null) cancel(null);
    }

    private static Map<String, String> texts(Map<String, Object> inputs) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Object> input : inputs.entrySet()) texts.put(input.getKey(), (String) input.getValue());
        return texts;
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        try {
            for (Field field : getClass().getDeclaredFields()) {
                if (!field.isAnnotationPresent(Parameter.class)) continue;
                field.setAccessible(true);
                inputs.put(field.getName(), field.get(this));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return inputs;
    }

    /**
     * What was wrong, for the script that ran the command. SciJava, which asks in the thread that ran it, gets none: it
     * would open a second window for it, and let a macro go on.
     */
    @Override
    public String getCancelReason() {
        String reason = super.getCancelReason();
        if (reason == null || Thread.currentThread() == runner) return reason;
        return told.isEmpty() ? "" : told.get(told.size() - 1);
    }
}
