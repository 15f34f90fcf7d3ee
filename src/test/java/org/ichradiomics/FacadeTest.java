package org.ichradiomics;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Scripts and macros of others call {@link IchRadiomics} and {@link Macro}: what they may call is written down, and
 * nothing of it goes. Something new is a line more in the file.
 */
class FacadeTest {

    @Test
    void whatScriptsCallStays() throws Exception {
        Set<String> there = Stream.of(IchRadiomics.class, Macro.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::toGenericString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", there) + "\n", Files.readString(Path.of("src/test/resources/facade.txt")));
    }
}
