package org.ichradiomics.menu;

import ij.ImagePlus;
import ij.WindowManager;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.MacroCalls;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.text.InvalidInputException;

/** Runs tasks for whoever calls them. */
public final class Calls {

    private Calls() {}

    /**
     * Does a task.
     *
     * @param given the image that was handed over; null: the current one; an image that the options name wins, as
     *     SciJava makes an empty one of a name that it does not know
     * @return what {@code call(...)} answers
     * @throws InvalidInputException if it cannot be done
     */
    public static String run(Task task, ImagePlus given, Options options, User user) throws InvalidInputException {
        String named = options.get(CommonOptions.IMAGE.key());
        ImagePlus image = !named.isEmpty()
                ? MacroCalls.image(named)
                : given == null && task.isOnImage() ? WindowManager.getCurrentImage() : given;
        return task.work().run(options.asking(user::mayReplace), image, user);
    }

    /**
     * Does a task for a macro's {@code call(...)}; an error ends the macro.
     *
     * @param name of the task
     * @param options as for {@code run(label, options)}
     * @return what it answers; empty if it came to no end
     */
    public static String answer(String name, String options) {
        return MacroCalls.answer(() -> {
            Task task = Tasks.find(name)
                    .orElseThrow(() -> new InvalidInputException(
                            "There is no task \"" + name + "\": use " + String.join(", ", Tasks.names()) + "."));
            return run(task, null, task.parse(options), User.NOBODY);
        });
    }

    /**
     * The same with an option that is an argument of its own.
     *
     * @param key of the option
     * @param value which wins; empty: as the options say
     */
    public static String answer(Task task, String key, String value, String options) {
        return MacroCalls.answer(() -> run(task, null, task.parse(options).with(key, value), User.NOBODY));
    }
}
