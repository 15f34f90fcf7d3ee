package org.ichradiomics.cluster;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import scala.Tuple2;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Storage;

/** The file systems that Hadoop knows: {@code hdfs:}, {@code s3a:} and whatever else has its jar beside Spark's. */
public final class HadoopStorage implements Storage {

    private static final int PATIENCE_SECONDS = 15;

    private static final Map<URI, StoreSystem> REACHED = new ConcurrentHashMap<>();

    @Override
    public java.nio.file.Path path(String text) throws InvalidInputException {
        try {
            Path path = new Path(text);
            URI root = new Path(path.toUri().getScheme(), path.toUri().getAuthority(), "/").toUri();
            StoreSystem system = REACHED.get(root);
            if (system == null) {
                system = reached(root);
                REACHED.put(root, system);
            }
            return system.getPath(path.toUri().getPath());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("There is no file \"" + text + "\": check the path.");
        }
    }

    /** Hadoop itself would go on trying for up to a quarter of an hour. */
    private static StoreSystem reached(URI root) throws InvalidInputException {
        FutureTask<StoreSystem> reaching = new FutureTask<>(() -> {
            FileSystem files = FileSystem.get(root, configuration());
            files.getFileStatus(new Path("/"));
            return new StoreSystem(files);
        });
        Thread thread = new Thread(reaching, "reaching a file system");
        thread.setDaemon(true);
        thread.start();
        try {
            return reaching.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnsupportedFileSystemException)
                throw new InvalidInputException("Spark here knows no " + root.getScheme()
                        + ": file system: give its jar, as in --packages org.apache.hadoop:hadoop-aws:3.4.2 for s3a:.");
            throw away(root, e.getCause().getClass().getSimpleName());
        } catch (TimeoutException e) {
            throw away(root, "no answer within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(root, "interrupted");
        }
    }

    private static InvalidInputException away(URI root, String why) {
        return new InvalidInputException("The file system " + root.toString().replaceFirst("/+$", "")
                + " cannot be reached (" + why + "): see whether it runs, and whether its address is right.");
    }

    /** With the settings of Spark, which reach no configuration by themselves. */
    private static Configuration configuration() {
        Configuration hadoop = new Configuration();
        SparkConf spark =
                SparkEnv.get() == null ? new SparkConf() : SparkEnv.get().conf();
        for (Tuple2<String, String> setting : spark.getAllWithPrefix("spark.hadoop."))
            hadoop.set(setting._1(), setting._2());
        return hadoop;
    }
}
