package org.ichradiomics.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;

import org.ichradiomics.front.Door;
import org.ichradiomics.imagej.MaskPreview;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.menu.Calls;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.menu.User;
import org.ichradiomics.text.InvalidInputException;

/** Runs the tasks of the menu, in ImageJ and in Fiji alike. */
public final class TaskDoor implements Door {

    @Override
    public boolean open(String name, ImagePlus image, Map<String, String> given, List<String> told) {
        Task task = Tasks.find(name).orElseThrow(() -> new IllegalArgumentException("no task " + name));
        if (task.work() == null) return old(name);
        return Guarded.run(() -> run(task, image, given), told::add);
    }

    private static boolean old(String plugIn) {
        try {
            ((PlugIn) Class.forName("org.ichradiomics.plugin." + plugIn)
                            .getDeclaredConstructor()
                            .newInstance())
                    .run("");
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void run(Task task, ImagePlus image, Map<String, String> given) throws InvalidInputException {
        String macro = Macro.getOptions();
        // A macro's own text is read as plain ImageJ reads it: SciJava passes over keys that it does not know.
        if (macro != null || given.isEmpty() && !Screen.hasUser()) {
            Calls.run(task, image, task.parse(macro), User.NOBODY);
        } else if (!given.isEmpty() || !task.hasDialog()) {
            Options options = Options.of(given, task.options());
            Calls.run(task, image, options, Screen.hasUser() ? new AskingUser() : User.NOBODY);
        } else {
            ask(task, image == null && task.isOnImage() ? WindowManager.getCurrentImage() : image);
        }
    }

    /** What was entered stands there again after an error. */
    private static void ask(Task task, ImagePlus image) throws InvalidInputException {
        if (task.isOnImage()) MaskPreview.requireImage(image);
        Optional<Map<String, String>> entries = Optional.of(Map.of());
        boolean isDone = false;
        while (!isDone) {
            TaskDialog dialog = new TaskDialog(task, image, entries.get());
            entries = dialog.ask();
            if (entries.isEmpty()) return;
            Options options = Options.of(entries.get(), task.options());
            isDone = Guarded.run(() -> Calls.run(task, image, options, new AskingUser(dialog.isConfirmed())));
        }
    }
}
