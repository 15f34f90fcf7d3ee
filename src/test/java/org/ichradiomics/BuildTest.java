package org.ichradiomics;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The build without <i>clean</i>: what a class once belonged to deletes it no more. */
class BuildTest {

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    /** Maven deletes what a compilation made before, even where another one has made it anew. */
    @Test
    void eachCompilationHasAFolderOfItsOwn() throws Exception {
        Document project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        NodeList more =
                (NodeList) XPATH.evaluate("//configuration[compileSourceRoots]", project, XPathConstants.NODESET);
        Set<String> folders = new HashSet<>(Set.of("", "${project.build.outputDirectory}"));
        for (int i = 0; i < more.getLength(); i++) {
            Node compilation = more.item(i);
            String folder = XPATH.evaluate("outputDirectory", compilation);
            assertTrue(folders.add(folder), XPATH.evaluate("compileSourceRoots", compilation) + folder);
        }
        assertEquals(4, folders.size());
    }
}
