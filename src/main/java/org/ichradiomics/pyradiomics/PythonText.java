package org.ichradiomics.pyradiomics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as Python prints them, in whose words PyRadiomics names columns and settings. */
final class PythonText {

    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e16;

    private PythonText() {}

    /** {@code repr} of a number, a text, a truth, null, a list or a map. */
    static String of(Object value) {
        if (value == null) return "None";
        if (value instanceof Boolean truth) return truth ? "True" : "False";
        if (value instanceof Double number) return of((double) number);
        if (value instanceof String text) return "'" + text + "'";
        if (value instanceof List<?> list)
            return list.stream().map(PythonText::of).collect(Collectors.joining(", ", "[", "]"));
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    /** The shortest digits that mean the number. */
    static String of(double number) {
        if (Double.isNaN(number)) return "nan";
        if (Double.isInfinite(number)) return number > 0 ? "inf" : "-inf";
        double size = Math.abs(number);
        if (size == 0 || size >= PLAIN_FROM && size < PLAIN_TO) {
            String plain = new BigDecimal(Double.toString(number)).toPlainString();
            if (number == 0) return Double.toString(number);
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String[] parts = Double.toString(number).split("E");
        String digits = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int power = Integer.parseInt(parts[1]);
        return digits + "e" + (power < 0 ? "-" : "+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }

    /** {@code (a, b, c)}. */
    static String tuple(double... numbers) {
        return Arrays.stream(numbers).mapToObj(PythonText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code (a, b, c)}. */
    static String tuple(int... numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
