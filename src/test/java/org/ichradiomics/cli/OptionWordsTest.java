package org.ichradiomics.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class OptionWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run_distance | 90 | --run-distance=90",
                "label | 1 | --mask-label=1",
                "label | '' | --mask-label",
                "followup_spacing | 0.45,0.45,5 | --followup-spacing=0.45,0.45,5",
                "resume | yes | --resume",
                "resume | recompute | --recompute",
                "overwrite | yes | --overwrite",
                "reference | own cohort | '--reference=\"own cohort\"'"
            })
    void settingsAreOptions(String key, String value, String option) {
        assertEquals(option, Setting.of(key, value).in(OptionWords.INSTANCE));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidOfMenus(Mend mend) {
        assertFalse(mend.in(OptionWords.INSTANCE).contains(" > "));
    }
}
