package org.ichradiomics.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.Gson;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every key that a plan's records have stands in docs/study.md, and every key that stands there can be written. */
class StudyKeysTest {

    private static final List<String> PLANS = List.of(
            "outcome: {expansion: {}}\nmodels: [{variables: [a]}]\nrivals: [{variable: a}]\n"
                    + "agreement: {perturbation: p.csv, limit: above 0.75}\n",
            "outcome: {column: a}\nsplit: {column: part}\nsecond_outcome: {column: b, at_most: 3, key: b}\n",
            "outcome: {column: a, at_most: 3}\nvalidation: {repeats: 2}\nsample_size: {r2: 0.1}\n",
            "outcome: {column: a, at_least: 3}\nsplit: {column: b, tests: [x, y]}\npooled_tests: true\ncompare: [a]\n"
                    + "harmonisation: {by: a}\nvalidation: {site: a}\nlasso: {whole_path: true}\n");

    private static Set<String> written() throws Exception {
        Set<String> keys = new LinkedHashSet<>();
        for (String plan : PLANS) {
            String text =
                    "format: ICH Radiomics study\ninputs: {clinical: c.csv, tests: [{name: B, clinical: b.csv}]}\n"
                            + plan;
            String json = StudyFile.parse(text, Path.of("study.yml")).text();
            collect("", new Gson().fromJson(json, Map.class), keys);
        }
        return keys;
    }

    private static void collect(String path, Object value, Set<String> keys) {
        if (value instanceof List<?> list) list.forEach(one -> collect(path, one, keys));
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                String below = path.isEmpty() ? key.toString() : path + "." + key;
                keys.add(below);
                collect(below, one, keys);
            });
        }
    }

    /** Key → the row that tells of it. */
    private static Map<String, String> told() throws Exception {
        String page = Files.readString(Path.of("docs/study.md"));
        String table = page.substring(page.indexOf("## Every key"), page.indexOf("## What is computed"));
        Map<String, String> told = new LinkedHashMap<>();
        for (String row : table.lines().filter(line -> line.startsWith("| `")).toList()) {
            String parent = "";
            for (String key : quoted(row.split("(?<!\\\\)\\|")[1])) {
                String whole = key.startsWith(".") ? parent + key : key;
                parent = whole.contains(".") ? whole.substring(0, whole.lastIndexOf('.')) : whole;
                told.put(whole, row);
            }
        }
        return told;
    }

    private static List<String> quoted(String cell) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile("`([^`]+)`").matcher(cell);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }

    /** In a row of its own, or by its last word in the row of what it is a part of. */
    private static boolean isTold(String key, Map<String, String> told) {
        if (told.containsKey(key) || key.startsWith("second_outcome.")) return true; // "the same keys"
        if (told.keySet().stream().anyMatch(other -> other.startsWith(key + "."))) return true;
        Optional<String> row = Stream.iterate(key, k -> k.contains("."), k -> k.substring(0, k.lastIndexOf('.')))
                .map(k -> told.get(k.substring(0, k.lastIndexOf('.'))))
                .filter(found -> found != null)
                .findFirst();
        String last = key.substring(key.lastIndexOf('.') + 1);
        return row.filter(text ->
                        Pattern.compile("[{ ]" + last + ":").matcher(text).find())
                .isPresent();
    }

    @Test
    void everyKeyIsTold() throws Exception {
        Map<String, String> told = told();
        assertEquals(
                List.of(),
                written().stream().filter(key -> !isTold(key, told)).toList(),
                "keys without a line in docs/study.md");
    }

    @Test
    void everyKeyThatIsToldIsThere() throws Exception {
        Set<String> written = written();
        assertEquals(
                Set.of(),
                told().keySet().stream().filter(key -> !written.contains(key)).collect(Collectors.toSet()),
                "keys of docs/study.md that no plan has");
    }
}
