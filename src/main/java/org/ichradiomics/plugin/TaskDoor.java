package org.ichradiomics.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

import org.ichradiomics.front.Door;
import org.ichradiomics.imagej.DialogWords;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.menu.Calls;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.menu.User;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Words;

/** Runs the tasks of the menu, in ImageJ and in Fiji alike. */
public final class TaskDoor implements Door {

    @Override
    public String open(String name, ImagePlus image, Map<String, String> given, List<String> told) {
        Task task = Tasks.find(name).orElseThrow(() -> new IllegalArgumentException("no task " + name));
        if (given.isEmpty() && task.hasDialog() && Screen.hasUser()) return ask(task, image, told);
        AtomicReference<String> answer = new AtomicReference<>();
        Guarded.run(() -> answer.set(run(task, image, given)), MenuWords.INSTANCE, told::add);
        return answer.get();
    }

    private static String run(Task task, ImagePlus image, Map<String, String> given) throws InvalidInputException {
        String macro = Macro.getOptions();
        // A macro's own text is read as plain ImageJ reads it: SciJava passes over keys that it does not know.
        Options options = macro == null ? Options.of(given, task.options()) : task.parse(macro);
        return Calls.run(task, image, options, Screen.hasUser() ? new AskingUser() : User.NOBODY);
    }

    /** What was entered stands there again after an error. */
    private static String ask(Task task, ImagePlus given, List<String> told) {
        ImagePlus image = given == null && task.isOnImage() ? WindowManager.getCurrentImage() : given;
        Words words = new DialogWords(task.options());
        if (task.isOnImage() && !Guarded.run(() -> MaskPreview.requireImage(image), words, told::add)) return null;
        Map<String, String> entries = Map.of();
        List<String> errors = new ArrayList<>();
        AtomicReference<String> answer = new AtomicReference<>();
        do {
            errors.clear();
            TaskDialog dialog = new TaskDialog(task, image, entries);
            if (!Guarded.run(dialog::show, words, told::add) || dialog.wasCanceled()) {
                // What was not done is no line of a macro.
                Recorder.disableCommandRecording();
                return null;
            }
            entries = dialog.entries();
            Options options = Options.of(entries, task.options());
            AskingUser user = new AskingUser(dialog.isConfirmed());
            Guarded.run(() -> answer.set(Calls.run(task, image, options, user)), words, errors::add);
        } while (!errors.isEmpty());
        return answer.get();
    }
}
