package org.ichradiomics.signature;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The same three coefficients as programs and papers have them. */
class CoefficientsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // R 4.3: print(coef(cv, s = "lambda.1se")) of glmnet 4.1
                "4 x 1 sparse Matrix of class \"dgCMatrix\"\n                              s1\n"
                        + "(Intercept)          -1.25\nkurtosis              0.3\nvolumeCount           .\n"
                        + "ShortRunEmphasis     -2e-07\n",
                // R: write.csv(as.matrix(coef(cv, s = "lambda.1se")), "model.csv")
                "\"\",\"s1\"\n\"(Intercept)\",-1.25\n\"kurtosis\",0.3\n\"volumeCount\",0\n"
                        + "\"ShortRunEmphasis\",-2e-07\n",
                // Python: pd.Series(...).to_csv("model.csv")
                ",0\n(Intercept),-1.25\nkurtosis,0.3\nvolumeCount,0.0\nShortRunEmphasis,-2e-07\n",
                // Python: print(pd.Series(...))
                "(Intercept)        -1.250000e+00\nkurtosis            3.000000e-01\nvolumeCount         0\n"
                        + "ShortRunEmphasis   -2.000000e-07\ndtype: float64\n",
                // Python: json.dump(dict(zip(names, coefficients)))
                "{\"(Intercept)\": -1.25, \"kurtosis\": 0.3, \"volumeCount\": 0, \"ShortRunEmphasis\": -2e-07}",
                // copied from a page
                "Variable\tBeta\nConstant\t\u22121.25\nkurtosis\t0.3\nvolumeCount\t0\nShortRunEmphasis\t\u22122e-7\n",
                "Intercept \u22121.25\nkurtosis 0.3\nvolumeCount 0\nShortRunEmphasis \u22120.0000002",
                "term;coefficient\nintercept;-1,25\nkurtosis;0,3\nvolumeCount;0\nShortRunEmphasis;-0,0000002\n"
            })
    void readsWhatProgramsWrite(String text) throws Exception {
        Coefficients read = Coefficients.parse(text, "x");
        assertEquals(1, read.zero());
        assertEquals(3, read.rows().size());
        assertEquals(true, read.rows().get(0).isIntercept());
        assertEquals(-1.25, read.rows().get(0).coefficient());
        assertEquals("kurtosis", read.rows().get(1).term());
        assertEquals(0.3, read.rows().get(1).coefficient());
        assertEquals(-2e-7, read.rows().get(2).coefficient(), 1e-22);
    }

    @Test
    void readsMeansUnitsAndParts() throws Exception {
        List<Coefficients.Row> rows = Coefficients.parse(
                        "Feature,Coef,Mean,SD,Unit,Kind,Of\na,1,2,3,,,\nage,0.1,,,years,Clinical,rad\n", "x.csv")
                .rows();
        assertEquals(new Coefficients.Row("", "a", 1, Optional.of(2.0), Optional.of(3.0), "", ""), rows.get(0));
        assertEquals(
                new Coefficients.Row("rad", "age", 0.1, Optional.empty(), Optional.empty(), "years", "clinical"),
                rows.get(1));
        rows = Coefficients.parse("term  coefficient  mean  sd\nLarge area  0.5  2  1\n", "x")
                .rows();
        assertEquals(
                new Coefficients.Row("", "Large area", 0.5, Optional.of(2.0), Optional.of(1.0), "", ""), rows.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nothing here | x has no term with a coefficient: give a table with the columns term, coefficient and, "
                        + "as known, mean, sd, unit.",
                "a 1~b one | Line 2 of x, \"b one\", is not a term with its coefficient: correct or remove it.",
                "term,coefficient~a,~b,1 | The term a of the table x has no coefficient: give it one, or remove "
                        + "the line.",
                "term,coefficient,mean~a,1,two | The mean of a is \"two\", which is not a number: correct it, or "
                        + "leave it empty.",
                "term,value,mean~a,1,2 | The table x has no column \"coefficient\": name the one with the "
                        + "coefficients so."
            })
    void refuses(String text, String sentence) {
        var e = assertThrows(InvalidInputException.class, () -> Coefficients.parse(text.replace('~', '\n'), "x"));
        assertEquals(sentence, e.getMessage());
    }
}
