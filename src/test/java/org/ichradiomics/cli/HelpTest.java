package org.ichradiomics.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.Version;
import org.ichradiomics.extract.Catalogue;
import org.ichradiomics.feature.Feature;

class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "extract --help", "extract -h", "features --help", "features -h", "ibsi --help", "ibsi -h"})
    void helpSaysHowAndWhichExitCodes(String args) {
        Console console = Console.run((Object[]) args.split(" "));
        assertEquals(0, console.exit());
        assertEquals("", console.err());
        assertTrue(console.out().startsWith("Usage: ich-radiomics") && console.out().contains("Exit codes:"), console.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "extract --version", "features --version", "ibsi --version"})
    void versionIsThatOfTheBuild(String args) {
        assertEquals(new Console(0, Version.NAME + System.lineSeparator(), ""), Console.run((Object[]) args.split(" ")));
    }

    @Test
    void helpOfExtractNamesEveryOption() {
        String help = Console.run("extract", "--help").out();
        for (String option : List.of("IMAGE", "--mask=MASK", "--mask-label=N", "--bins=N", "--low=HU", "--high=HU", "--run-distance=MM",
                "--spacing=X,Y,Z", "--catalogue=", "--settings=F", "--signature=F", "--reference=F", "--long", "--out=FILE.csv", "--debug")) {
            assertTrue(help.contains(option), option);
        }
    }

    @Test
    void featuresAreListedAsCsv() {
        List<String> lines = Console.run("features").out().lines().toList();
        assertEquals("name,family,group,formula,unit,source", lines.get(0));
        assertEquals(397, lines.size());
        List<String> names = Catalogue.AK.features().stream().map(Feature::name).toList();
        assertEquals(names, lines.subList(1, 397).stream().map(line -> line.substring(0, line.indexOf(','))).toList());
    }

    @Test
    void featuresAreListedAsJson() {
        JsonArray features = JsonParser.parseString(Console.run("features", "--json").out()).getAsJsonArray();
        assertEquals(396, features.size());
        assertEquals("MinIntensity", features.get(0).getAsJsonObject().get("name").getAsString());
        assertEquals("HU", features.get(0).getAsJsonObject().get("unit").getAsString());
    }
}
