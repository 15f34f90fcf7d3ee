package org.ichradiomics.cli;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

import org.ichradiomics.batch.Machines;
import org.ichradiomics.text.InvalidInputException;

/** Where a batch is measured by other machines. A jar that has some names its class to Java's {@link ServiceLoader}. */
public interface Site {

    /** That of this jar; empty where a batch is measured by this machine. */
    static Optional<Site> here() {
        return ServiceLoader.load(Site.class, Site.class.getClassLoader()).findFirst();
    }

    /**
     * Makes the machines ready.
     *
     * @param options of the batch, value by key, of which {@link SentOptions} makes there what is measured
     * @param say tells the user a sentence
     * @throws InvalidInputException if they cannot be had
     */
    Machines open(Map<String, String> options, Consumer<String> say) throws InvalidInputException;
}
