package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.gui.Roi;

import org.ichradiomics.growth.Growth;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/** What the dialog of <i>Expansion...</i> shows before OK: both volumes and what the definition says. */
public final class ExpansionPreview {

    private ExpansionPreview() {}

    /** Previews the pair that the options mean; never asks, never throws. */
    public static MaskPreview of(ExpansionOptions options) {
        List<String> said = new ArrayList<>();
        LesionFinder.Asker listener = new LesionFinder.Asker() {
            @Override
            public MaskSource choose(String key, List<MaskChoice> masks) throws InvalidInputException {
                throw MaskPreview.toBeChosen(masks, key);
            }

            @Override
            public int slice(Roi roi, int slices) {
                said.add(English.capital(RoiPlace.named(roi)) + " is on no slice: it will be asked for.");
                return 1;
            }
        };
        try {
            ExpansionMeasuring.Pair pair = ExpansionMeasuring.pair(options, listener);
            ExpansionReport report = pair.report();
            Growth growth = report.expansion().haematoma();
            said.add(
                    0,
                    String.format(
                            Locale.ROOT,
                            "%.2f mL to %.2f mL: %+.2f mL, %+.1f %%.",
                            growth.before().millilitres(),
                            growth.after().millilitres(),
                            growth.millilitres(),
                            growth.percent()));
            said.add(
                    1,
                    "Expansion (" + report.decisive().text() + "): "
                            + report.finding().text() + ".");
            said.addAll(2, pair.lines());
            return new MaskPreview(
                    MaskPreview.withReasons(String.join("\n", said), report.reasons()), true, report.reasons());
        } catch (InvalidInputException e) {
            return MaskPreview.refused(e, ExpansionOptions.OPTIONS);
        }
    }
}
