package org.ichradiomics.workbench;

import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import org.ichradiomics.imagej.Failure;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Calls;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.User;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** Does what takes its time, one thing after the other, beside the thread of the windows; tasks are recorded. */
final class Steps {

    private final ExecutorService worker = Executors.newSingleThreadExecutor(Steps::thread);
    /** Nobody who draws waits for what is only looked at. */
    private final ExecutorService looker = Executors.newSingleThreadExecutor(Steps::thread);

    private final User user;
    private final Consumer<String> said;
    private final Runnable settled;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * @param user who is asked what a task leaves open
     * @param said hears why a step could not be taken, in the thread of the windows; an empty text when one begins
     * @param settled is called there after each step
     */
    Steps(User user, Consumer<String> said, Runnable settled) {
        this.user = user;
        this.said = said;
        this.settled = settled;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ICH Radiomics workbench");
        thread.setDaemon(true);
        return thread;
    }

    /** What is done beside the windows. */
    @FunctionalInterface
    interface Work<T> {

        /** @throws InvalidInputException what the user can mend */
        T run() throws InvalidInputException;
    }

    boolean isBusy() {
        return running.get() > 0;
    }

    /** Does something, and hands on what came of it in the thread of the windows. */
    <T> void run(Work<T> work, Consumer<T> done) {
        running.incrementAndGet();
        said.accept("");
        worker.execute(() -> {
            Runnable next = result(work, done);
            running.decrementAndGet();
            IJ.showProgress(1);
            EventQueue.invokeLater(() -> {
                next.run();
                settled.run();
            });
        });
    }

    /** What is to be done, or said, when something was tried. */
    private <T> Runnable result(Work<T> work, Consumer<T> done) {
        try {
            T result = work.run();
            return () -> done.accept(result);
        } catch (InvalidInputException e) {
            return () -> said.accept(e.in(MenuWords.INSTANCE));
        } catch (CancellationException e) {
            return () -> said.accept("Stopped.");
        } catch (OutOfMemoryError e) {
            return () -> said.accept(Failure.of(e).in(MenuWords.INSTANCE));
        } catch (RuntimeException e) {
            e.printStackTrace();
            return () -> said.accept("This failed (" + e + "): please report it.");
        }
    }

    /** Something small that nobody waits for, and that is dropped if it fails. */
    void quietly(Runnable work) {
        on(looker, work);
    }

    /** The same in turn with what is drawn. */
    void soon(Runnable work) {
        on(worker, work);
    }

    private static void on(ExecutorService thread, Runnable work) {
        thread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                e.printStackTrace();
            }
        });
    }

    /** In ImageJ's status line and progress bar; Esc ends the work. */
    static final class Shown implements Progress {

        Shown() {
            IJ.resetEscape();
        }

        @Override
        public void at(String part, double done) {
            if (IJ.escapePressed()) throw new CancellationException();
            IJ.showStatus("ICH Radiomics: " + part);
            IJ.showProgress(done);
        }
    }

    /** From any thread. */
    void say(String sentence) {
        EventQueue.invokeLater(() -> said.accept(sentence));
    }

    /** Does a task as a macro would. To be called beside the windows. */
    String run(Task task, ImagePlus image, Map<String, String> given) throws InvalidInputException {
        return Calls.run(task, image, Options.of(given, task.options()), user);
    }

    /**
     * The same, and records it once it is done; the windows that it opens are chosen by it, and by no line before it.
     */
    String call(Task task, ImagePlus image, Map<String, String> given) throws InvalidInputException {
        boolean isRecording = Recorder.record;
        Recorder.record = false;
        String answer;
        try {
            answer = run(task, image, given);
        } finally {
            Recorder.record = isRecording && Recorder.getInstance() != null;
        }
        record(task, given);
        return answer;
    }

    /** Writes a task into the recorder, if it is open: options that have their usual value are left out. */
    static void record(Task task, Map<String, String> given) {
        if (!Recorder.record) return;
        Map<String, String> usual = Option.usual(task.options());
        Map<String, String> said = new LinkedHashMap<>(given);
        said.entrySet().removeIf(entry -> entry.getValue().equals(usual.get(entry.getKey())));
        record(task.label(), said);
    }

    /** Writes a command of the menu into the recorder, if it is open. */
    static void record(String label, Map<String, String> said) {
        if (!Recorder.record) return;
        StringBuilder options = new StringBuilder();
        said.forEach((key, value) -> options.append(options.length() == 0 ? "" : " ")
                .append(key)
                .append('=')
                .append(value.matches("[\\w.,;/:\\\\-]+") ? value : "[" + value + "]"));
        String call = Recorder.scriptMode() ? "IJ.run(imp, " : "run(";
        String text = options.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        Recorder.recordString(call + "\"" + label + "\"" + (text.isEmpty() ? "" : ", \"" + text + "\"") + ");\n");
    }
}
