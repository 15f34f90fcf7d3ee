package org.ichradiomics.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

import org.ichradiomics.batch.Machines;
import org.ichradiomics.cli.Main;
import org.ichradiomics.cli.Site;
import org.ichradiomics.text.InvalidInputException;

/**
 * A cluster of Apache Spark to which this program was given: {@code spark-submit --master spark://host:7077
 * ICH_Radiomics-<version>-spark.jar batch CASES --out TABLE.csv}.
 */
public final class SparkSite implements Site {

    private static final int REACH_MILLIS = 5_000;

    private static final String NAME = "spark.app.name";

    /** What Spark is told unless the user says otherwise; its event log keeps no command line and no name of a user. */
    private static final Map<String, String> USUAL = Map.of(
            "spark.log.level", "FATAL",
            "spark.ui.showConsoleProgress", "false",
            "spark.task.maxFailures", "16",
            "spark.redaction.regex",
                    "(?i)secret|password|token|access[.]?key|^sun[.]java[.]command$|^user[.](?:name|home|dir)$");

    /** Where a stand-alone master listens, or the server of Kubernetes. */
    private static final Pattern PLACE = Pattern.compile("(?<=[/,])\\[?([^/,\\[\\]]+)]?:(\\d+)");

    @Override
    public Machines open(Map<String, String> options, Consumer<String> say) throws InvalidInputException {
        SparkConf conf = new SparkConf();
        USUAL.forEach(conf::setIfMissing);
        if (conf.get(NAME, Main.class.getName()).equals(Main.class.getName())) conf.set(NAME, "ICH Radiomics");
        if (!conf.contains("spark.master"))
            throw new InvalidInputException("There is no cluster: start this with spark-submit --master ...");
        requireReached(conf.get("spark.master"));
        try {
            JavaSparkContext context = new JavaSparkContext(conf);
            return new SparkMachines(context, Job.of(context.sc().applicationId(), options), say);
        } catch (InvalidInputException e) {
            throw e;
        } catch (Exception e) {
            throw new InvalidInputException(
                    "Spark cannot start (" + FirstLine.of(e) + "): see the options of spark-submit.");
        }
    }

    /** Spark itself would go on trying for a minute. */
    private static void requireReached(String master) throws InvalidInputException {
        List<MatchResult> places = PLACE.matcher(master).results().toList();
        for (MatchResult place : places) {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(place.group(1), Integer.parseInt(place.group(2))),
                        REACH_MILLIS / places.size());
                return;
            } catch (IOException | IllegalArgumentException e) {
                // Another may lead.
            }
        }
        if (!places.isEmpty())
            throw new InvalidInputException(
                    "The master " + master + " cannot be reached: see whether it runs, and its address is right.");
    }
}
