package org.ichradiomics.study.output;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.ichradiomics.stats.Estimate;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.JsonText;

/** JSON for another program: numbers with all their digits, "NA", "Inf" and "-Inf" where JSON has no number. */
final class Json {

    private Json() {}

    static String text(Object json) {
        return JsonText.file(json);
    }

    /** Key, value, key, value, … */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2)
            object.put((String) keysAndValues[i], value(keysAndValues[i + 1]));
        return object;
    }

    /** The same from a list of keys. */
    static <T> Map<String, Object> object(List<Column<T>> keys, T of) {
        return object(Column.byName(keys, of), found -> found);
    }

    /** The same of each of some. */
    static <T> List<Map<String, Object>> objects(List<Column<T>> keys, List<T> all) {
        return all.stream().map(of -> object(keys, of)).toList();
    }

    /** Key → something of what a map has there. */
    static <T> Map<String, Object> object(Map<String, T> map, Function<T, ?> of) {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, found) -> object.put(key, value(of.apply(found))));
        return object;
    }

    /** What a value is written as. */
    static Object value(Object value) {
        if (value == null) return "NA";
        if (value instanceof Double number) return Double.isFinite(number) ? (Object) number : Rows.number(number);
        if (value instanceof List<?> list)
            return list.size() == 1
                    ? value(list.get(0))
                    : list.stream().map(Json::value).toList();
        return value;
    }

    static List<Object> numbers(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(number -> value(number)).toList();
    }

    static List<Object> interval(Estimate estimate) {
        return numbers(new double[] {estimate.low(), estimate.high()});
    }
}
