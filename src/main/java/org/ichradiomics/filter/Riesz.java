package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Riesz transform R(ν) = (−i)ᴸ √(L! / Π lₐ!) Π νₐ^lₐ / |ν|ᴸ, 0 at ν = 0.
 *
 * @param order lₐ ≥ 0 along x, y (and z); their sum L is 1 to {@value #HIGHEST}
 */
record Riesz(List<Integer> order) {

    static final String KEY = "riesz";
    static final int HIGHEST = 12;

    Riesz {
        order = List.copyOf(order);
        int sum = order.stream().mapToInt(Integer::intValue).sum();
        if (order.size() < 2 || order.size() > 3 || order.stream().anyMatch(l -> l < 0) || sum < 1 || sum > HIGHEST) {
            throw new IllegalArgumentException(KEY + " must be an order for each axis, as 1-0-0, of a sum of 1 to "
                    + HIGHEST
                    + ", was " + text(order));
        }
    }

    static Riesz parse(String text) {
        if (!text.matches("\\d{1,2}(-\\d{1,2}){1,2}")) {
            throw new IllegalArgumentException(KEY + " must be an order for each axis, as 1-0-0, was \"" + text + "\"");
        }
        return new Riesz(Arrays.stream(text.split("-")).map(Integer::valueOf).toList());
    }

    String text() {
        return text(order);
    }

    private static String text(List<Integer> order) {
        return order.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    void check(Dimension dimension) {
        if (order.size() != dimension.axes()) {
            throw new IllegalArgumentException(
                    KEY + " must have " + dimension.axes() + " orders in " + dimension.text() + ", was " + text());
        }
    }

    Transfer transfer() {
        int sum = order.stream().mapToInt(Integer::intValue).sum();
        double ratio = factorial(sum);
        for (int l : order) ratio /= factorial(l);
        double scale = Math.sqrt(ratio);
        int alongX = order.get(0);
        int alongY = order.get(1);
        int alongZ = order.size() < 3 ? 0 : order.get(2);
        return new Transfer(sum, (x, y, z) -> {
            double norm = Math.sqrt(x * x + y * y + z * z);
            if (norm == 0) return 0;
            return scale * power(x / norm, alongX) * power(y / norm, alongY) * power(z / norm, alongZ);
        });
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) product *= i;
        return product;
    }

    private static double power(double x, int n) {
        double power = 1;
        for (int i = 0; i < n; i++) power *= x;
        return power;
    }
}
