package org.ichradiomics.cluster;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.spark.SparkContext;

import org.ichradiomics.batch.BatchListener;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/** Looks after a job while it runs: whether the user wants its end, and whether any executor comes. */
final class Watch implements AutoCloseable {

    /** How long a stand-alone cluster may leave a job without an executor; others have queues. */
    private static final String PATIENCE = "spark.ichradiomics.patience";

    private static final int ASK_MILLIS = 200;
    private static final int SOON_SECONDS = 20;

    /** Ours, in whatever Spark says around it. */
    private static final Pattern SENTENCE = Pattern.compile("FailedTask: ([^\\n]*)");

    private final SparkContext context;
    private final BatchListener listener;
    private final Answers answers;
    private final Consumer<String> say;
    private final long begun = System.nanoTime();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Watch::thread);
    private boolean isSaid;
    private volatile boolean isCanceled;
    private volatile boolean isAlone;

    Watch(SparkContext context, BatchListener listener, Answers answers, Consumer<String> say) {
        this.context = context;
        this.listener = listener;
        this.answers = answers;
        this.say = say;
        timer.scheduleWithFixedDelay(this::look, ASK_MILLIS, ASK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        isCanceled = listener.isCanceled();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        // The driver counts itself.
        boolean isLeft = !answers.isAny() && context.getExecutorMemoryStatus().size() <= 1;
        if (isLeft && seconds >= SOON_SECONDS && !isSaid) {
            say.accept("No executor has come yet: " + remedy());
            isSaid = true;
        }
        isAlone = isLeft && seconds >= patience();
        if (isCanceled || isAlone) context.cancelAllJobs();
    }

    private long patience() {
        return context.master().startsWith("spark:")
                ? context.conf().getTimeAsSeconds(PATIENCE, "120s")
                : Long.MAX_VALUE;
    }

    private String remedy() {
        return "the cluster has no machine with "
                + context.conf().get("spark.executor.memory", "1g") + " and "
                + English.counted(context.conf().getInt("spark.executor.cores", 1), "core")
                + " free for one; wait for others, or ask for less (--executor-memory, --executor-cores).";
    }

    /** Something that Spark does, which may throw whatever it likes. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * Runs a job to its end.
     *
     * @throws InvalidInputException if it cannot go on
     * @throws CancellationException if the listener wants the end
     */
    void over(Work work) throws InvalidInputException {
        try {
            work.run();
        } catch (Exception e) {
            if (isCanceled) throw new CancellationException();
            if (isAlone) throw new InvalidInputException("No executor has come: " + remedy());
            Matcher sentence = SENTENCE.matcher(String.valueOf(e.getMessage()));
            if (sentence.find()) throw new InvalidInputException(sentence.group(1));
            throw new InvalidInputException("Spark has ended the job (" + FirstLine.of(e)
                    + "): see its page and its logs, and resume; what is finished is kept.");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
