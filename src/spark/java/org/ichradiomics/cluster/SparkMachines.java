package org.ichradiomics.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.reflect.ClassTag$;

import org.ichradiomics.batch.BatchListener;
import org.ichradiomics.batch.Machines;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * The executors of a Spark application. A stage is a step, a task a few cases. Spark starts a task anew whose executor
 * was lost, and may run one twice at the same time; a case that has a row is not measured again.
 */
final class SparkMachines implements Machines {

    /** Of more a driver loses count. */
    private static final int MOST_TASKS = 20_000;

    /** Whose headers are read or whose files are hashed in a task, which is soon done. */
    private static final int MOST_CASES = 50;

    /** For each executor, so that none is idle while another has the last. */
    private static final int SHARES = 8;

    private final JavaSparkContext context;
    private final Job job;
    private final Consumer<String> say;

    SparkMachines(JavaSparkContext context, Job job, Consumer<String> say) {
        this.context = context;
        this.job = job;
        this.say = say;
    }

    /** Where nobody said how many cores an executor has, those that there are, shared evenly. */
    @Override
    public int atOnce() {
        int executors = Math.max(1, context.sc().getExecutorMemoryStatus().size() - 1);
        int cores = context.getConf().getInt("spark.executor.cores", context.defaultParallelism() / executors);
        return Math.max(1, cores / context.getConf().getInt("spark.task.cpus", 1));
    }

    @Override
    public long memory() {
        return context.getConf().getSizeAsBytes("spark.executor.memory", "1g");
    }

    @Override
    public void each(Step step, String rows, List<String> cases, Answer answer, BatchListener listener)
            throws InvalidInputException {
        if (cases.isEmpty()) return;
        List<Piece> pieces = pieces(cases, casesInATask(step, cases.size()));
        JavaRDD<Piece> tasks = context.parallelize(pieces, pieces.size());
        String stage = title(step) + " of " + English.counted(cases.size(), "case");
        context.setCallSite(stage);
        context.sc().setJobDescription(stage);
        Answers answers = new Answers(pieces, answer);
        try (Watch watch = new Watch(context.sc(), listener, answers, say)) {
            watch.over(() -> context.sc()
                    .runJob(
                            tasks.rdd(),
                            new TaskWork(job, step, rows),
                            answers,
                            ClassTag$.MODULE$.apply(String[].class)));
        }
    }

    private static String title(Step step) {
        return switch (step) {
            case HEADERS -> "Headers";
            case INPUTS -> "Hashes";
            case MEASURE -> "Features";
        };
    }

    private int casesInATask(Step step, int cases) {
        if (step == Step.MEASURE) return 1 + (cases - 1) / MOST_TASKS;
        return Math.max(1, Math.min(MOST_CASES, cases / (SHARES * context.defaultParallelism())));
    }

    private static List<Piece> pieces(List<String> cases, int size) {
        List<Piece> pieces = new ArrayList<>();
        for (int first = 0; first < cases.size(); first += size) {
            List<String> some = cases.subList(first, Math.min(first + size, cases.size()));
            pieces.add(new Piece(first, new ArrayList<>(some)));
        }
        return pieces;
    }
}
