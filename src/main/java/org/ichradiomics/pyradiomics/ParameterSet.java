package org.ichradiomics.pyradiomics;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Nearest;
import org.ichradiomics.texture.PyRadiomicsTexture;

/** The values of parameters, of a whole file or of one image type. Immutable. */
final class ParameterSet {

    /** Every parameter as it is where nobody says anything. */
    static final ParameterSet USUAL = new ParameterSet(Map.of(), Map.of());

    private final Map<Parameter<?>, Object> values;
    private final Map<String, Object> written;

    private ParameterSet(Map<Parameter<?>, Object> values, Map<String, Object> written) {
        this.values = values;
        this.written = written;
    }

    /** The value that holds. */
    @SuppressWarnings("unchecked") // put there by the parameter itself
    <T> T get(Parameter<T> parameter) {
        return (T) values.getOrDefault(parameter, parameter.usual());
    }

    /** The axis (0, 1, 2) along which there are no neighbours; −1 for none. */
    int flat() {
        return get(Parameter.FORCE_2D) ? 2 - get(Parameter.FORCE_2D_DIMENSION) : -1;
    }

    /** What it says of texture. */
    PyRadiomicsTexture.Settings texture() {
        return new PyRadiomicsTexture.Settings(
                get(Parameter.DISTANCES),
                flat(),
                get(Parameter.SYMMETRICAL_GLCM),
                get(Parameter.WEIGHTING_NORM),
                get(Parameter.GLDM_A));
    }

    /** What was written, key by key, in its order. */
    Map<String, Object> written() {
        return written;
    }

    /**
     * These with others that come before them.
     *
     * @param where as sentences say it, such as {@code params.yaml, setting}
     * @throws InvalidInputException if a key is unknown, or a value is not what it must be
     */
    ParameterSet with(Map<?, ?> others, String where) throws InvalidInputException {
        Map<Parameter<?>, Object> all = new LinkedHashMap<>(values);
        Map<String, Object> said = new LinkedHashMap<>(written);
        for (Map.Entry<?, ?> entry : others.entrySet()) {
            String name = String.valueOf(entry.getKey());
            said.put(name, entry.getValue());
            if (Parameter.isWithoutEffect(name)) continue;
            Parameter<?> parameter = Parameter.ALL.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(where + " has the key \"" + name
                            + "\", which PyRadiomics does not know"
                            + Nearest.question(
                                    name,
                                    Parameter.ALL.stream().map(Parameter::name).toList())
                            + ": correct it or leave it out."));
            Object value = parameter.reading().apply(entry.getValue());
            if (value == null) {
                throw new InvalidInputException(where + " has " + name + ": "
                        + (entry.getValue() instanceof String text ? text : PythonText.of(entry.getValue()))
                        + ", which must be " + parameter.kind() + ": correct it.");
            }
            all.put(parameter, value);
        }
        return new ParameterSet(all, said);
    }
}
