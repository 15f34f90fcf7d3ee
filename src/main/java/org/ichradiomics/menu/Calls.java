package org.ichradiomics.menu;

import java.util.concurrent.CancellationException;

import ij.ImagePlus;
import ij.WindowManager;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.imagej.Failure;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Scripting;
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
                ? image(named)
                : given == null && task.isOnImage() ? WindowManager.getCurrentImage() : given;
        return task.work().run(options.asking(user::mayReplace), image, user);
    }

    private static ImagePlus image(String titleOrPath) throws InvalidInputException {
        ImagePlus open = WindowManager.getImage(titleOrPath);
        return open != null ? open : CtOpening.asItIs(Options.path(titleOrPath));
    }

    /**
     * Does a task for a macro's {@code call(...)}; an error ends the macro.
     *
     * @param name of the task
     * @param options as for {@code run(label, options)}
     * @return what it answers; empty if it came to no end
     */
    public static String answer(String name, String options) {
        return guarded(() -> {
            Task task = Tasks.find(name)
                    .filter(found -> found.work() != null)
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
        return guarded(() -> run(task, null, task.parse(options).with(key, value), User.NOBODY));
    }

    /**
     * Any value of the full table, exactly.
     *
     * @param row from 0
     * @param name a column
     */
    public static String value(String row, String name) {
        return guarded(() -> Scripting.value(number(row), name.strip()));
    }

    private static int number(String row) throws InvalidInputException {
        try {
            double number = Double.parseDouble(row.strip());
            if (number == Math.rint(number)) return (int) number;
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException("The row " + row + " is not a whole number: use 0 for the first row.");
    }

    private interface Answer {

        String text() throws InvalidInputException;
    }

    /** Empty if it is an error, which ends the macro, or if the user stopped it, which ended the macro before. */
    private static String guarded(Answer answer) {
        try {
            return answer.text();
        } catch (InvalidInputException e) {
            Failure.endCall(e);
        } catch (OutOfMemoryError e) {
            Failure.endCall(Failure.of(e));
        } catch (LinkageError e) {
            Failure.endCall(Failure.of(e));
        } catch (CancellationException e) {
            return "";
        }
        return "";
    }
}
