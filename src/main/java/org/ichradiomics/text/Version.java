package org.ichradiomics.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this software, as the build wrote it. */
public final class Version {

    /** E.g. "0.2.0". */
    public static final String NUMBER = read();

    /** E.g. "ICH Radiomics 0.2.0". */
    public static final String NAME = "ICH Radiomics " + NUMBER;

    private Version() {}

    private static String read() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new Resource(Version.class, "version.properties").text()));
        } catch (IOException e) {
            throw new UncheckedIOException("a StringReader does not fail", e);
        }
        return properties.getProperty("version");
    }
}
