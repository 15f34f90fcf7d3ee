package org.ichradiomics.study;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.google.gson.GsonBuilder;

import org.ichradiomics.feature.TextFile;
import org.ichradiomics.json.FieldsFile;
import org.ichradiomics.json.JsonFields;
import org.ichradiomics.disk.PathName;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.TestRule;

/**
 * A study in a file, JSON or YAML; docs/study.md describes every key. Only {@code format}, {@code inputs.clinical} and {@code outcome} must be there;
 * a key that is not known is refused.
 *
 * @param files  names of the tables
 * @param reader finds them, for a file on disk by paths relative to its folder
 */
public record StudyFile(StudyPlan plan, StudyInputs.Files files, StudyInputs.Reader reader) {

    public static final String FORMAT = "ICH Radiomics study";

    private static final int VERSION = 1;
    private static final String NONE = "none";

    /**
     * The sample study if that is the name, whatever the case of its letters, or else the study in a file. A file of that name is reached
     * with a folder before it, as in {@code ./sample}.
     *
     * @throws InvalidInputException if there is no such file, or it is not a study
     */
    public static StudyFile find(String nameOrPath) throws InvalidInputException {
        if (SampleStudy.isMeantBy(nameOrPath)) return SampleStudy.file();
        try {
            return read(Path.of(nameOrPath));
        } catch (InvalidPathException e) {
            PathName.requireKnown(nameOrPath);
            throw new InvalidInputException("There is no study \"" + nameOrPath + "\": give the path of a study file, or the word " + SampleStudy.NAME + ".", e);
        }
    }

    /** @throws InvalidInputException if the file cannot be read, or is not a study */
    public static StudyFile read(Path file) throws InvalidInputException {
        return parse(TextFile.read(file), file);
    }

    /**
     * Reads a text.
     *
     * @param file how sentences call it, and from where its paths go
     * @throws InvalidInputException if it is not a study
     */
    public static StudyFile parse(String text, Path file) throws InvalidInputException {
        return parse(text, file, StudyInputs.Reader.in(file.toAbsolutePath().normalize().getParent()));
    }

    /** The same with its tables from elsewhere. */
    static StudyFile parse(String text, Path file, StudyInputs.Reader reader) throws InvalidInputException {
        JsonFields json = FieldsFile.parse(text, file);
        String name = file.getFileName().toString();
        String format = json.textOr("format", "");
        if (!format.equals(FORMAT)) {
            throw new InvalidInputException(name + " is not a study (its \"format\" is " + (format.isEmpty() ? "missing" : "\"" + format + "\"") + ", not \"" + FORMAT
                    + "\"): choose a study file.");
        }
        if (json.has("version") && json.count("version") != VERSION) {
            throw new InvalidInputException(name + " is a study of another version than " + VERSION + ": use the program that wrote it.");
        }
        try {
            return take(json, file, reader);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(name + " is no usable study, since " + e.getMessage() + ": correct it.", e);
        }
    }

    private static StudyFile take(JsonFields json, Path file, StudyInputs.Reader reader) throws InvalidInputException {
        StudyInputs.Files files = files(json.object("inputs"));
        String name = json.textOr("name", stem(file));
        long seed = json.has("seed") ? json.count("seed") : 1;
        StudyPlan.Columns columns = (json.has("columns") ? columns(json.object("columns")) : StudyPlan.Columns.DEFAULT)
                .withMissing(json.has("missing") ? json.cells("missing") : List.of());
        OutcomeRule outcome = outcome(json.object("outcome"), false);
        Optional<OutcomeRule> second = json.has("second_outcome") ? Optional.of(outcome(json.object("second_outcome"), true)) : Optional.empty();
        SplitRule split = json.has("split") ? split(json) : SplitRule.Random.AS_PUBLISHED;
        Optional<StudyPlan.Subgroups> subgroups = subgroups(json);
        StudyPlan.Variables variables = json.has("variables") ? variables(json) : StudyPlan.Variables.ALL;
        StudyPlan.Descriptives descriptives = json.has("descriptives") ? descriptives(json.object("descriptives")) : StudyPlan.Descriptives.DEFAULT;
        StudyPlan.Filter filter = json.has("univariate") ? filter(json.object("univariate")) : StudyPlan.Filter.DEFAULT;
        StudyPlan.Agreement agreement = json.has("agreement") ? agreement(json.object("agreement")) : StudyPlan.Agreement.DEFAULT;
        StudyPlan.Lasso lasso = json.has("lasso") ? lasso(json.object("lasso")) : StudyPlan.Lasso.DEFAULT;
        Optional<String> given = json.has("signature") ? Optional.of(json.text("signature")) : Optional.empty();
        Optional<List<StudyPlan.Model>> models = json.has("models") ? Optional.of(models(json.objects("models"))) : Optional.empty();
        StudyPlan.Backward backward = json.has("regression") ? backward(json.object("regression")) : StudyPlan.Backward.DEFAULT;
        Optional<List<StudyPlan.Rival>> rivals = json.has("rivals") ? Optional.of(rivals(json.objects("rivals"))) : Optional.empty();
        json.end();
        return new StudyFile(new StudyPlan(name, seed, columns, outcome, second, split, subgroups, variables, descriptives, filter, agreement, lasso, given, models,
                backward, rivals), files, reader);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static StudyInputs.Files files(JsonFields json) throws InvalidInputException {
        StudyInputs.Files files = new StudyInputs.Files(json.text("clinical"), text(json, "features"), text(json, "second_reader"), text(json, "folds"));
        json.end();
        return files;
    }

    private static StudyPlan.Columns columns(JsonFields json) throws InvalidInputException {
        StudyPlan.Columns columns = new StudyPlan.Columns(text(json, "id"), text(json, "baseline_volume"), text(json, "followup_volume"), texts(json, "features"));
        json.end();
        return columns;
    }

    private static OutcomeRule outcome(JsonFields json, boolean second) throws InvalidInputException {
        OutcomeRule rule;
        if (json.has("expansion")) {
            JsonFields expansion = json.object("expansion");
            OutcomeRule.Expansion standard = OutcomeRule.Expansion.STANDARD;
            rule = named(json, OutcomeRule.EXPANSION, new OutcomeRule.Expansion(number(expansion, "relative", standard.relative()),
                    number(expansion, "absolute_mL", standard.absolute()), expansion.has("strict") && expansion.truth("strict")));
            expansion.end();
        } else {
            String column = json.text("column");
            if (json.has("at_most") || json.has("at_least")) {
                boolean most = json.has("at_most");
                OutcomeRule usual = second ? OutcomeRule.poor(column) : OutcomeRule.of(column);
                rule = named(json, usual, new OutcomeRule.Limit(column, json.number(most ? "at_most" : "at_least"), most));
            } else {
                rule = named(json, OutcomeRule.of(column), new OutcomeRule.Column(column, json.has("event_values") ? json.cells("event_values") : List.of()));
            }
        }
        json.end();
        return rule;
    }

    private static OutcomeRule named(JsonFields json, OutcomeRule usual, OutcomeRule.Source source) throws InvalidInputException {
        return new OutcomeRule(json.textOr("key", usual.key()), json.textOr("variable", usual.variable()), json.textOr("event", usual.event()),
                json.textOr("other", usual.other()), source);
    }

    private static SplitRule split(JsonFields whole) throws InvalidInputException {
        if (whole.isText("split")) {
            if (whole.text("split").equals(NONE)) return new SplitRule.None();
            throw whole.wrong("split", "\"" + NONE + "\", or an object with \"column\" or \"share\"");
        }
        JsonFields json = whole.object("split");
        SplitRule rule = json.has("column") ? new SplitRule.Column(json.text("column"), text(json, "training")
                .orElse(""), text(json, "test").orElse(""),
                json.has("left_out") ? json.cells("left_out") : List.of())
                : new SplitRule.Random(number(json, "share", SplitRule.Random.AS_PUBLISHED.share()), !json.has("stratified") || json.truth("stratified"));
        json.end();
        return rule;
    }

    private static Optional<StudyPlan.Subgroups> subgroups(JsonFields whole) throws InvalidInputException {
        if (!whole.has("subgroups")) return Optional.of(StudyPlan.Subgroups.AS_PUBLISHED);
        if (whole.isText("subgroups")) {
            if (whole.text("subgroups").equals(NONE)) return Optional.empty();
            throw whole.wrong("subgroups", "\"" + NONE + "\", or an object with \"from_mL\" and \"below_mL\"");
        }
        JsonFields json = whole.object("subgroups");
        StudyPlan.Subgroups subgroups = new StudyPlan.Subgroups(json.number("from_mL"), json.number("below_mL"));
        json.end();
        return Optional.of(subgroups);
    }

    private static StudyPlan.Variables variables(JsonFields whole) throws InvalidInputException {
        JsonFields json = whole.object("variables");
        StudyPlan.Variables variables = new StudyPlan.Variables(texts(json, "candidates"), texts(json, "left_out"), texts(json, "categorical"),
                texts(json, "continuous"), texts(json, "parametric"), texts(json, "rank"), levels(json));
        json.end();
        return variables;
    }

    /** Column → level, as it stands in the table's cells. */
    private static Map<String, String> levels(JsonFields json) throws InvalidInputException {
        Map<String, String> levels = new LinkedHashMap<>();
        if (!json.has("reference")) return levels;
        JsonFields reference = json.object("reference");
        for (String column : reference.keys()) {
            List<String> level = reference.cells(column);
            if (level.size() != 1) throw json.wrong("reference", "an object with one level for each column");
            levels.put(column, level.get(0));
        }
        return levels;
    }

    private static StudyPlan.Descriptives descriptives(JsonFields json) throws InvalidInputException {
        StudyPlan.Descriptives usual = StudyPlan.Descriptives.DEFAULT;
        StudyPlan.Descriptives descriptives = new StudyPlan.Descriptives(choice(json, "quartiles", QUARTILES, usual.quartiles()),
                choice(json, "intervals", INTERVALS, usual.intervals()), json.has("bootstrap") ? json.count("bootstrap") : usual.bootstrap());
        json.end();
        return descriptives;
    }

    private static StudyPlan.Filter filter(JsonFields json) throws InvalidInputException {
        StudyPlan.Filter usual = StudyPlan.Filter.DEFAULT;
        StudyPlan.Filter filter = new StudyPlan.Filter(number(json, "p", usual.p()), choice(json, "test", TESTS, usual.rule()),
                choice(json, "mann_whitney", RANKS, usual.rank()), json.has("fdr") && json.truth("fdr"));
        json.end();
        return filter;
    }

    private static StudyPlan.Agreement agreement(JsonFields json) throws InvalidInputException {
        StudyPlan.Agreement usual = StudyPlan.Agreement.DEFAULT;
        StudyPlan.Agreement agreement = new StudyPlan.Agreement(choice(json, "icc", FORMS, usual.form()), number(json, "above", usual.above()),
                json.has("filter") && json.truth("filter"));
        json.end();
        return agreement;
    }

    private static StudyPlan.Lasso lasso(JsonFields json) throws InvalidInputException {
        StudyPlan.Lasso usual = StudyPlan.Lasso.DEFAULT;
        StudyPlan.Lasso lasso = new StudyPlan.Lasso(number(json, "alpha", usual.alpha()), json.has("lambdas") ? json.count("lambdas") : usual.lambdas(),
                json.has("folds") ? json.count("folds") : usual.folds(), !json.has("stratified") || json.truth("stratified"),
                choice(json, "measure", MEASURES, usual.measure()), choice(json, "lambda", CHOICES, usual.choice()),
                json.has("repeats") ? json.count("repeats") : usual.repeats());
        json.end();
        return lasso;
    }

    private static List<StudyPlan.Model> models(List<JsonFields> list) throws InvalidInputException {
        List<StudyPlan.Model> models = new ArrayList<>();
        for (JsonFields json : list) {
            models.add(new StudyPlan.Model(json.textOr("subset", Subset.TRAINING), json.has("second") && json.truth("second"), json.texts("variables")));
            json.end();
        }
        return models;
    }

    private static StudyPlan.Backward backward(JsonFields json) throws InvalidInputException {
        StudyPlan.Backward usual = StudyPlan.Backward.DEFAULT;
        List<BackwardElimination.Criterion> criteria = new ArrayList<>(usual.criteria());
        if (json.has("backward")) {
            criteria.clear();
            for (String text : json.texts("backward")) criteria.add(chosen(json, "backward", CRITERIA, text));
        }
        StudyPlan.Backward backward = new StudyPlan.Backward(criteria, number(json, "removal", usual.removal()), number(json, "entry", usual.entry()),
                !json.has("firth") || json.truth("firth"));
        json.end();
        return backward;
    }

    private static List<StudyPlan.Rival> rivals(List<JsonFields> list) throws InvalidInputException {
        List<StudyPlan.Rival> rivals = new ArrayList<>();
        for (JsonFields json : list) {
            rivals.add(new StudyPlan.Rival(json.textOr("subset", Subset.TRAINING), json.text("variable"), json.has("low_is_risk") && json.truth("low_is_risk")));
            json.end();
        }
        return rivals;
    }

    private static final Map<String, Quantile> QUARTILES = Map.of("type 7", Quantile.TYPE_7, "type 6", Quantile.TYPE_6);
    private static final Map<String, Proportion> INTERVALS = Map.of("Clopper-Pearson", Proportion.CLOPPER_PEARSON, "Wilson", Proportion.WILSON);
    private static final Map<String, TestRule> TESTS = Map.of("auto", TestRule.AUTO, "parametric", TestRule.PARAMETRIC, "rank", TestRule.RANK);
    private static final Map<String, MannWhitney.Method> RANKS = Map.of("asymptotic", MannWhitney.Method.ASYMPTOTIC, "continuity corrected",
            MannWhitney.Method.CONTINUITY_CORRECTED, "exact", MannWhitney.Method.EXACT, "R", MannWhitney.Method.AS_R);
    private static final Map<String, IntraclassCorrelation.Form> FORMS = Map.of("1,1", IntraclassCorrelation.Form.ICC_1_1, "2,1",
            IntraclassCorrelation.Form.ICC_2_1, "3,1", IntraclassCorrelation.Form.ICC_3_1);
    private static final Map<String, CvMeasure> MEASURES = Map.of("AUC", CvMeasure.AUC, "deviance", CvMeasure.DEVIANCE);
    private static final Map<String, StudyPlan.Choice> CHOICES = Map.of("min", StudyPlan.Choice.MIN, "1se", StudyPlan.Choice.ONE_SE);
    private static final Map<String, BackwardElimination.Criterion> CRITERIA = Map.of("wald", BackwardElimination.Criterion.WALD, "lr",
            BackwardElimination.Criterion.LIKELIHOOD_RATIO, "aic", BackwardElimination.Criterion.AIC);

    private static <T> T choice(JsonFields json, String key, Map<String, T> choices, T otherwise) throws InvalidInputException {
        return json.has(key) ? chosen(json, key, choices, json.text(key)) : otherwise;
    }

    private static <T> T chosen(JsonFields json, String key, Map<String, T> choices, String text) throws InvalidInputException {
        Optional<T> found = choices.entrySet().stream().filter(c -> c.getKey().equalsIgnoreCase(text)).map(Map.Entry::getValue).findFirst();
        if (found.isPresent()) return found.get();
        throw json.wrong(key, choices.keySet().stream().sorted().map(c -> "\"" + c + "\"").collect(Collectors.joining(" or ")) + ", is \"" + text + "\"");
    }

    private static Optional<String> text(JsonFields json, String key) throws InvalidInputException {
        return json.has(key) ? Optional.of(json.text(key)) : Optional.empty();
    }

    private static List<String> texts(JsonFields json, String key) throws InvalidInputException {
        return json.has(key) ? json.texts(key) : List.of();
    }

    private static double number(JsonFields json, String key, double otherwise) throws InvalidInputException {
        return json.has(key) ? json.number(key) : otherwise;
    }

    /**
     * The tables of the study.
     *
     * @throws InvalidInputException if one is missing or cannot be read
     */
    public StudyInputs inputs() throws InvalidInputException {
        return files.read(reader);
    }

    /** As JSON with every key, defaults filled in; what is read back is the same plan. */
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("name", plan.name());
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("clinical", files.clinical());
        inputs.put("features", files.features().orElse(null));
        inputs.put("second_reader", files.secondReader().orElse(null));
        inputs.put("folds", files.folds().orElse(null));
        json.put("inputs", inputs);
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", plan.columns().id().orElse(null));
        columns.put("baseline_volume", plan.columns().baseline().orElse(null));
        columns.put("followup_volume", plan.columns().followUp().orElse(null));
        columns.put("features", listed(plan.columns().features()));
        json.put("columns", columns);
        json.put("missing", listed(plan.columns().missing()));
        json.put("seed", plan.seed());
        json.put("outcome", text(plan.outcome()));
        json.put("second_outcome", plan.second().map(StudyFile::text).orElse(null));
        json.put("split", text(plan.split()));
        json.put("subgroups", plan.subgroups().<Object>map(s -> object("from_mL", s.from(), "below_mL", s.below())).orElse(NONE));
        StudyPlan.Variables v = plan.variables();
        json.put("variables", object("candidates", listed(v.candidates()), "left_out", listed(v.leftOut()), "categorical", listed(v.categorical()), "continuous",
                listed(v.continuous()), "parametric", listed(v.parametric()), "rank", listed(v.rank()),
                "reference", v.reference().isEmpty() ? null : v.reference()));
        json.put("descriptives", object("quartiles", word(QUARTILES, plan.descriptives().quartiles()), "intervals",
                word(INTERVALS, plan.descriptives().intervals()), "bootstrap", plan.descriptives().bootstrap()));
        json.put("univariate", object("p", plan.filter().p(), "test", word(TESTS, plan.filter().rule()), "mann_whitney", word(RANKS, plan.filter().rank()), "fdr",
                plan.filter().fdr()));
        json.put("agreement", object("icc", word(FORMS, plan.agreement().form()), "above", plan.agreement().above(), "filter", plan.agreement().filter()));
        StudyPlan.Lasso lasso = plan.lasso();
        json.put("lasso", object("alpha", lasso.alpha(), "lambdas", lasso.lambdas(), "folds", lasso.folds(), "stratified", lasso.stratified(), "measure",
                word(MEASURES, lasso.measure()), "lambda", word(CHOICES, lasso.choice()), "repeats", lasso.repeats()));
        json.put("signature", plan.given().orElse(null));
        json.put("models", plan.models().map(models -> models.stream().map(m -> object("subset", m.subset(), "second", m.second(), "variables", m.variables()))
                .toList()).orElse(null));
        json.put("regression", object("backward", plan.backward().criteria().stream().map(c -> word(CRITERIA, c)).toList(), "removal", plan.backward().removal(),
                "entry", Double.isNaN(plan.backward().entry()) ? null : plan.backward().entry(), "firth", plan.backward().firth()));
        json.put("rivals", plan.rivals().map(rivals -> rivals.stream().map(r -> object("subset", r.subset(), "variable", r.variable(), "low_is_risk", r.low()))
                .toList()).orElse(null));
        return new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create().toJson(json) + "\n";
    }

    private static Object text(OutcomeRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (rule.source() instanceof OutcomeRule.Column column) {
            json.put("column", column.column());
            json.put("event_values", listed(column.values()));
        } else if (rule.source() instanceof OutcomeRule.Limit limit) {
            json.put("column", limit.column());
            json.put(limit.atMost() ? "at_most" : "at_least", limit.limit());
        } else if (rule.source() instanceof OutcomeRule.Expansion expansion) {
            json.put("expansion", object("relative", expansion.relative(), "absolute_mL", expansion.absolute(), "strict", expansion.strict()));
        }
        json.put("key", rule.key());
        json.put("variable", rule.variable());
        json.put("event", rule.event());
        json.put("other", rule.other());
        return json;
    }

    private static Object text(SplitRule rule) {
        if (rule instanceof SplitRule.Column column) {
            return object("column", column.column(), "training", column.training().isEmpty() ? null : column.training(), "test",
                    column.test().isEmpty() ? null : column.test(), "left_out", listed(column.leftOut()));
        }
        return rule instanceof SplitRule.Random random ? object("share", random.share(), "stratified", random.stratified()) : NONE;
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        return object;
    }

    private static Object listed(List<String> texts) {
        return texts.isEmpty() ? null : texts;
    }

    private static <T> String word(Map<String, T> words, T value) {
        return words.entrySet().stream().filter(word -> word.getValue() == value).map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no word for " + String.valueOf(value).toLowerCase(Locale.ROOT)));
    }
}
