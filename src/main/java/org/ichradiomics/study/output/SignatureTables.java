package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.AucMatrix;
import org.ichradiomics.stats.LikelihoodRatio;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.study.SignatureComparison;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Column;

/** Several signatures in the same cases, pair by pair. */
final class SignatureTables {

    /** Two of them in a part. */
    private record Pair(SignatureComparison in, AucMatrix.Pair pair) {

        private Auc area(int which) {
            return in.areas().areas().get(which);
        }

        private AucDifference difference() {
            return pair.difference();
        }
    }

    private static final List<Finding<Pair>> PAIR = List.of(
            Finding.of("", "Cases", p -> p.in.subset().title(), title -> title),
            Finding.of("first", "First", p -> p.in.names().get(p.pair.first()), name -> name),
            Finding.of("second", "Second", p -> p.in.names().get(p.pair.second()), name -> name),
            Finding.of("auc_first", p -> p.area(p.pair.first()).area().value()),
            new Finding<>(
                    "",
                    "AUC of the first (95 % CI)",
                    p -> "",
                    p -> Words.share(p.area(p.pair.first()).area())),
            Finding.of("auc_second", p -> p.area(p.pair.second()).area().value()),
            new Finding<>(
                    "",
                    "AUC of the second (95 % CI)",
                    p -> "",
                    p -> Words.share(p.area(p.pair.second()).area())),
            new Finding<>(
                    "difference",
                    "Difference (95 % CI)",
                    p -> p.difference().difference().value(),
                    p -> Words.within(p.difference().difference(), 3)),
            Finding.of("se", p -> p.difference().se()),
            Finding.of("z", p -> p.difference().z()),
            Finding.of("p", "p (DeLong)", p -> p.difference().p(), SignatureTables::p),
            Finding.of("p_holm", "p (Holm)", p -> p.pair.adjusted(), SignatureTables::p));

    private static final List<Column<LikelihoodRatio>> EQUAL = List.of(
            new Column<>("chi2", LikelihoodRatio::chiSquare),
            new Column<>("df", LikelihoodRatio::df),
            new Column<>("p", LikelihoodRatio::p));

    private SignatureTables() {}

    private static String p(double p) {
        return Double.isNaN(p) ? "" : PValue.text(p);
    }

    private static List<Pair> pairs(SignatureComparison in) {
        return in.areas().pairs().stream().map(pair -> new Pair(in, pair)).toList();
    }

    /** Empty where there is no other signature. */
    static Optional<TextTable> of(StudyResult result) {
        List<SignatureComparison> parts = result.signatures();
        if (parts.isEmpty()) return Optional.empty();
        List<Pair> rows = new ArrayList<>();
        parts.forEach(part -> rows.addAll(pairs(part)));
        return Optional.of(TextTable.of(
                "signatures",
                "Signatures in the same cases",
                Finding.forPapers(PAIR),
                rows,
                List.of(
                        "Paired DeLong tests; Holm over the pairs of a part. In the training of one of them its AUC is "
                                + "apparent.",
                        parts.stream()
                                .map(part -> "That all AUCs are one in " + Words.small(part.subset()) + " ("
                                        + part.cases() + " cases with all scores): "
                                        + (Double.isNaN(part.areas().equal().p())
                                                ? "no test"
                                                : PValue.sentence(
                                                        part.areas().equal().p()))
                                        + ".")
                                .collect(Collectors.joining(" ")))));
    }

    /** Adds the file: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        if (result.signatures().isEmpty()) return;
        Map<String, Object> json = new LinkedHashMap<>();
        for (SignatureComparison part : result.signatures())
            json.put(
                    part.subset().key(),
                    Json.object(
                            "n", part.cases(),
                            "names", part.names(),
                            "auc",
                                    part.areas().areas().stream()
                                            .map(auc -> auc.area().value())
                                            .toList(),
                            "covariance",
                                    Arrays.stream(part.areas().covariance().getData())
                                            .map(Json::numbers)
                                            .toList(),
                            "pairs", Json.objects(Finding.forPrograms(PAIR), pairs(part)),
                            "all_equal", Json.object(EQUAL, part.areas().equal())));
        files.put("signatures.json", Json.text(json));
    }
}
