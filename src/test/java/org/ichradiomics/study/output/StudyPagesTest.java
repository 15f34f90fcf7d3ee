package org.ichradiomics.study.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.Study;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the documentation says of studies is so. */
class StudyPagesTest {

    @Test
    void thePageShowsWhatTheSampleStudyPrints() throws Exception {
        StudyFile file = StudyFile.find("sample");
        StudyResult result = Study.run(file.plan(), file.inputs(), 2, Progress.NONE);
        String page = Files.readString(Path.of("docs/study.md"));
        assertTrue(
                page.contains("\n" + StudySummary.text(result) + "\nwritten: target/sample-study\n"),
                "docs/study.md shows something else than\n" + StudySummary.text(result));
    }

    @Test
    void theSmallestStudyIsOne() throws Exception {
        for (String page : new String[] {"docs/cohort.md", "docs/study.md"}) {
            Matcher yaml =
                    Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of(page)));
            assertTrue(yaml.find(), page);
            assertEquals(
                    StudyPlan.of("mine", OutcomeRule.EXPANSION),
                    StudyFile.parse(yaml.group(1), Path.of("mine.yml")).plan(),
                    page);
        }
    }

    /** Every key that a study file with all defaults has stands in the page. */
    @Test
    void everyKeyIsDescribed() throws Exception {
        String page = Files.readString(Path.of("docs/study.md"));
        StudyFile file = StudyFile.parse(
                "format: ICH Radiomics study\ninputs: {clinical: a.csv}\noutcome: {column: gos, at_least: 1}\n",
                Path.of("x.yml"));
        Set<String> keys = new TreeSet<>();
        Matcher key = Pattern.compile("^ *\"([a-zA-Z_]+)\":", Pattern.MULTILINE).matcher(file.text());
        while (key.find()) keys.add(key.group(1));
        assertTrue(keys.size() > 40, keys.toString());
        keys.forEach(name -> assertTrue(page.contains(name), "docs/study.md does not mention " + name));
    }
}
