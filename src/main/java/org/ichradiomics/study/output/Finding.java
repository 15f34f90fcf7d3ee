package org.ichradiomics.study.output;

import java.util.List;
import java.util.function.Function;

import org.ichradiomics.text.Column;

/**
 * A number that a study reports of a T, declared once: files for programs, tables and windows read it here.
 *
 * @param key in files for programs; empty where they do not give it, or give it in another form
 * @param title above its column in a paper; empty where papers do not print it
 * @param value with all its digits, for programs
 * @param cell as papers print it
 */
record Finding<T>(String key, String title, Function<? super T, ?> value, Function<? super T, String> cell) {

    /** One whose text comes from its value alone. */
    static <T, V> Finding<T> of(String key, String title, Function<T, V> value, Function<? super V, String> text) {
        return new Finding<>(key, title, value, value.andThen(text));
    }

    /** One for programs alone. */
    static <T> Finding<T> of(String key, Function<T, ?> value) {
        return new Finding<>(key, "", value, found -> "");
    }

    /** The columns of those that programs are given. */
    static <T> List<Column<T>> forPrograms(List<Finding<T>> findings) {
        return findings.stream()
                .filter(finding -> !finding.key().isEmpty())
                .map(finding -> new Column<T>(finding.key(), finding.value()))
                .toList();
    }

    /** The columns of those that papers print. */
    static <T> List<Column<T>> forPapers(List<Finding<T>> findings) {
        return findings.stream()
                .filter(finding -> !finding.title().isEmpty())
                .map(finding -> new Column<T>(finding.title(), finding.cell()))
                .toList();
    }
}
