package org.ichradiomics.casework;

import java.io.Closeable;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.ichradiomics.text.InvalidInputException;

/**
 * Keeps a case on disk while it is worked on: what changes is there within five seconds, and what cannot be written is
 * said and tried again.
 */
public final class Autosave implements Closeable {

    /** From a change to its file, ms; the rest of the five seconds is for a slow disk. */
    private static final long DELAY = 2000;

    private final CaseHome home;
    private final Supplier<Draft> now;
    private final Executor drawing;
    private final Consumer<String> problem;
    private final long delay;
    private final ScheduledThreadPoolExecutor writer =
            new ScheduledThreadPoolExecutor(1, Autosave::thread, new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicBoolean isDue = new AtomicBoolean();
    /** Changes are counted; these are the numbers of the last one, of the last stroke, and of the last on disk. */
    private volatile long changed;

    private volatile long drawn;
    private volatile long written;

    /**
     * Nothing is written before something changes.
     *
     * @param now the case as it is, asked for on the thread that draws
     * @param drawing runs what is to be done on that thread
     * @param problem hears why a draft could not be written, and an empty text when that is over
     */
    public Autosave(CaseHome home, Supplier<Draft> now, Executor drawing, Consumer<String> problem) {
        this(home, now, drawing, problem, DELAY);
    }

    Autosave(CaseHome home, Supplier<Draft> now, Executor drawing, Consumer<String> problem, long delay) {
        this.home = home;
        this.now = now;
        this.drawing = drawing;
        this.problem = problem;
        this.delay = delay;
        // What is still to come is written by finish, or not wanted any more.
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ICH Radiomics autosave");
        thread.setDaemon(true);
        return thread;
    }

    /** Something was said of the case. On the thread that draws. */
    public void changed() {
        changed++;
        makeDue();
    }

    /** The outline is another. On the thread that draws. */
    public void drawn() {
        drawn = changed + 1;
        changed();
    }

    private void makeDue() {
        if (!isDue.getAndSet(true)) writer.schedule(() -> drawing.execute(this::look), delay, TimeUnit.MILLISECONDS);
    }

    private void look() {
        isDue.set(false);
        long number = changed;
        Draft draft = now.get();
        writer.execute(() -> write(draft, number));
    }

    private void write(Draft draft, long number) {
        try {
            draft.write(home, drawn > written);
            written = number;
            problem.accept("");
        } catch (InvalidInputException e) {
            problem.accept(e.getMessage());
            makeDue();
        }
    }

    /**
     * Writes at once what is not on disk yet, and ends. On the thread that draws.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public void finish() throws InvalidInputException {
        close();
        if (written == changed) return;
        now.get().write(home, drawn > written);
        written = changed;
    }

    /** Ends without writing what is not on disk yet: the case was saved, or given up. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(1, TimeUnit.MINUTES)) throw new IllegalStateException("the disk hangs");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
