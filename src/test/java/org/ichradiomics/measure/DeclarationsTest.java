package org.ichradiomics.measure;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.feature.Source;
import org.ichradiomics.pyradiomics.PyRadiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What is declared as a formula is a feature of its catalogue; from there it comes to the reference page.
 *
 * <p>Covers Descriptor and IbsiDescriptor.
 */
class DeclarationsTest {

    private static final List<String> ROOMS = List.of("intensity", "shape", "texture");

    @Test
    void everyFormulaOfTheKitIsInItsCatalogue() throws Exception {
        List<String> names = Catalogue.AK.features().stream().map(Feature::name).toList();
        int formulas = 0;
        for (Object declared : declared(Descriptor.class)) {
            Descriptor<?> formula = (Descriptor<?>) declared;
            String label = formula.label();
            if (formula.source().equals(Source.PYRADIOMICS)) continue;
            assertTrue(names.stream().anyMatch(name -> name.equals(label) || name.startsWith(label + "_")), label);
            formulas++;
        }
        // 42 of the histogram, 18 of them once more in a list of their own, 8, 10, 10, 9 and 11.
        assertEquals(42 + 18 + 8 + 10 + 10 + 9 + 11, formulas);
    }

    @Test
    void everyFormulaOfPyRadiomicsIsInItsCatalogue() throws Exception {
        List<String> names = PyRadiomics.all().stream().map(Feature::name).toList();
        for (Object declared : declared(Descriptor.class)) {
            Descriptor<?> formula = (Descriptor<?>) declared;
            if (!formula.source().equals(Source.PYRADIOMICS)) continue;
            assertTrue(names.stream().anyMatch(name -> name.endsWith("_" + formula.label())), formula.label());
        }
        // 18, 24, 14, 16, 16, 5, 14 and 9, and five that are measured only by name.
        assertEquals(18 + 24 + 14 + 16 + 16 + 5 + 14 + 9 + 5, names.size());
    }

    @Test
    void everyFormulaOfTheManualIsInItsCatalogue() throws Exception {
        Set<String> tags = IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features().stream()
                .map(IbsiFeature::tag)
                .collect(Collectors.toSet());
        Set<String> declared = declared(IbsiDescriptor.class).stream()
                .map(formula -> ((IbsiDescriptor<?>) formula).tag())
                .collect(Collectors.toSet());
        assertEquals(tags, declared);
    }

    /** The members of all constants that are lists of a kind of formula. */
    private static List<Object> declared(Class<?> kind) throws Exception {
        List<Object> all = new ArrayList<>();
        for (Class<?> type : classes()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) || !isListOf(kind, field)) continue;
                field.setAccessible(true);
                all.addAll((List<?>) field.get(null));
            }
        }
        return all;
    }

    private static boolean isListOf(Class<?> kind, Field field) {
        return field.getGenericType() instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] instanceof ParameterizedType element
                && element.getRawType() == kind;
    }

    private static List<Class<?>> classes() throws Exception {
        Path root = Path.of(Descriptor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> classes = new ArrayList<>();
        for (String room : ROOMS) {
            try (Stream<Path> files =
                    Files.list(root.resolve("org/ichradiomics").resolve(room))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (!name.endsWith(".class") || name.startsWith("package-info")) continue;
                    classes.add(Class.forName("org.ichradiomics." + room + "." + name.replace(".class", "")));
                }
            }
        }
        return classes;
    }
}
