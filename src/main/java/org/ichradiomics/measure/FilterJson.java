package org.ichradiomics.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.filter.Parameters;
import org.ichradiomics.filter.Pooling;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;

/**
 * A filter as an object of a settings file: {@code filter}, {@code dimension}, the parameters by their names,
 * {@code boundary}, and {@code rotation}, which may be left out for none.
 */
final class FilterJson {

    private static final String FILTER = "filter";
    private static final String DIMENSION = "dimension";
    private static final String BOUNDARY = "boundary";
    private static final String ROTATION = "rotation";

    private FilterJson() {}

    static Map<String, Object> object(IbsiFilter filter) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(FILTER, filter.kernel().kind().text());
        object.put(DIMENSION, filter.dimension().text());
        filter.kernel().parameters().forEach((name, text) -> object.put(name, value(text)));
        object.put(BOUNDARY, filter.boundary().text());
        object.put(ROTATION, filter.rotation().map(Pooling::text).orElse(IbsiFilter.NO_ROTATION));
        return object;
    }

    /** A parameter that is a word alone is true. */
    private static Object value(String text) {
        if (text.isEmpty()) return true;
        return text.matches("[-\\d.]+(E-?\\d+)?") && !text.matches("\\d+(-\\d+)+") ? new BigDecimal(text) : text;
    }

    static List<IbsiFilter> filters(JsonFields json, String key) throws InvalidInputException {
        List<IbsiFilter> filters = new ArrayList<>();
        for (JsonFields filter : json.objects(key)) filters.add(filter(filter));
        return filters;
    }

    private static IbsiFilter filter(JsonFields json) throws InvalidInputException {
        Map<String, String> words = new LinkedHashMap<>();
        for (String key : List.of(FILTER, DIMENSION, BOUNDARY)) words.put(key, json.cell(key));
        words.put(ROTATION, json.has(ROTATION) ? json.cell(ROTATION) : IbsiFilter.NO_ROTATION);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String key : json.keys()) parameters.put(key, json.cell(key));
        try {
            return IbsiFilter.of(words::get, Parameters.of(parameters));
        } catch (IllegalArgumentException e) {
            throw json.refused(e);
        }
    }
}
