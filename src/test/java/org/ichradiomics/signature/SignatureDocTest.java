package org.ichradiomics.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The examples in docs/signature.md are files that the program reads, and they fit together. */
class SignatureDocTest {

    @Test
    void examplesAreValid() throws Exception {
        String page = Files.readString(Path.of("docs/signature.md"));
        List<String> examples = Pattern.compile("```json\\R(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertEquals(2, examples.size());
        Signature signature = Signature.FILE.parse(examples.get(0), "the first example");
        Reference reference = Reference.FILE.parse(examples.get(1), "the second example");
        assertEquals(Signatures.zhan2020(), signature);
        assertEquals(List.of(), reference.unusable(signature.features()));
        assertTrue(reference.settings().difference(signature.settings()).isEmpty());
    }
}
