package org.ichradiomics.cli;

import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.measure.Catalogue;
import org.ichradiomics.text.Version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "extract --help",
                "extract -h",
                "features --help",
                "features -h",
                "ibsi --help",
                "ibsi -h",
                "expansion --help",
                "expansion -h",
                "study --help",
                "study -h"
            })
    void helpSaysHowAndWhichExitCodes(String args) {
        Console console = Console.run((Object[]) args.split(" "));
        assertEquals(0, console.exit());
        assertEquals("", console.err());
        assertTrue(
                console.out().startsWith("Usage: ich-radiomics")
                        && console.out().contains("Exit codes:"),
                console.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "-V",
                "extract --version",
                "features --version",
                "ibsi --version",
                "expansion --version",
                "study --version"
            })
    void versionIsThatOfTheBuild(String args) {
        assertEquals(
                new Console(0, Version.NAME + System.lineSeparator(), ""), Console.run((Object[]) args.split(" ")));
    }

    @Test
    void helpOfExtractNamesEveryOption() {
        String help = Console.run("extract", "--help").out();
        for (String option : List.of(
                "IMAGE",
                "--mask=MASK",
                "--mask-label=N",
                "--bins=N",
                "--low=HU",
                "--high=HU",
                "--run-distance=MM",
                "--spacing=X,Y,Z",
                "--catalogue=",
                "--settings=F",
                "--signature=F",
                "--reference=F",
                "--long",
                "--out=FILE.csv",
                "--debug")) {
            assertTrue(help.contains(option), option);
        }
    }

    @Test
    void featuresAreListedAsCsv() {
        List<String> lines = Console.run("features").out().lines().toList();
        assertEquals("name,family,group,formula,unit,source,ibsi,pyradiomics", lines.get(0));
        assertEquals(397, lines.size());
        List<String> names = Catalogue.AK.features().stream().map(Feature::name).toList();
        assertEquals(
                names,
                lines.subList(1, 397).stream()
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList());
    }

    @Test
    void eitherCatalogueIsListed() {
        assertEquals(
                Console.run("features").out(),
                Console.run("features", "--catalogue", "ak").out());
        List<String> ibsi =
                Console.run("features", "--catalogue=IBSI").out().lines().toList();
        assertEquals("tag,id,name,family,formula,unit,aggregations,source,pyradiomics", ibsi.get(0));
        assertEquals(175, ibsi.size());
        assertEquals(
                "cm_joint_max,GYBY,Joint maximum,GLCM,\"max p(i, j)\",1,2D_avg 2D_smrg 2.5D_dmrg 2.5D_vmrg 3D_avg "
                        + "3D_mrg,IBSI reference manual (Zwanenburg et al. 2020),glcm_MaximumProbability",
                ibsi.stream()
                        .filter(line -> line.startsWith("cm_joint_max,"))
                        .findFirst()
                        .orElseThrow());
        Console wrong = Console.run("features", "--catalogue", "both");
        assertEquals(2, wrong.exit());
        assertTrue(wrong.err().startsWith("--catalogue must be ak, ibsi or pyradiomics, was both."), wrong.err());
    }

    @Test
    void featuresAreListedAsJson() {
        JsonArray features =
                JsonParser.parseString(Console.run("features", "--json").out()).getAsJsonArray();
        assertEquals(396, features.size());
        assertEquals(
                "MinIntensity", features.get(0).getAsJsonObject().get("name").getAsString());
        assertEquals("HU", features.get(0).getAsJsonObject().get("unit").getAsString());
        assertEquals("1GSF", features.get(0).getAsJsonObject().get("ibsi").getAsString());
        JsonArray ibsi = JsonParser.parseString(
                        Console.run("features", "--catalogue", "ibsi", "--json").out())
                .getAsJsonArray();
        assertEquals(174, ibsi.size());
        assertEquals(
                "shape_MeshVolume",
                ibsi.get(0).getAsJsonObject().get("pyradiomics").getAsString());
    }
}
