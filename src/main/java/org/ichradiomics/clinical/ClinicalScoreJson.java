package org.ichradiomics.clinical;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.RecordForm;
import org.ichradiomics.text.Resource;

/** The scores' files in the jar: one declares one score, with all that is said about it anywhere. */
final class ClinicalScoreJson {

    private static final RecordForm FORM = RecordForm.PLAIN
            .usual(new Outcome(null, null, "", List.of()))
            .with("items", ClinicalScoreJson::items, items -> items); // they are read only

    private ClinicalScoreJson() {}

    static ClinicalScore read(String name) {
        return new Resource(ClinicalScoreJson.class, name + ".json")
                .parsed((text, file) -> FORM.read(JsonFields.parse(text, file), ClinicalScore.class));
    }

    private static List<Item> items(JsonFields json, String key) throws InvalidInputException {
        List<Item> items = new ArrayList<>();
        for (JsonFields item : json.objects(key)) items.add(item(item, items));
        return items;
    }

    /** @param before the items that its points may hang on */
    private static Item item(JsonFields json, List<Item> before) throws InvalidInputException {
        String column = json.text("column");
        List<String> also = json.has("also") ? json.texts("also") : List.of();
        String label = json.textOr("label", column.replace('_', ' '));
        String title = json.text("title");
        List<Item> instead = new ArrayList<>();
        if (json.has("instead")) for (JsonFields other : json.objects("instead")) instead.add(item(other, before));
        Item item;
        if (json.has("yes")) {
            int no = json.has("no") ? json.count("no") : 0;
            item = new Item(
                    column,
                    also,
                    label,
                    title,
                    new Scale.YesNo(),
                    Points.ofChoices(List.of(no, json.count("yes"))),
                    instead);
        } else if (json.has("choices")) {
            JsonFields choices = json.object("choices");
            List<String> words = choices.keys();
            List<Integer> points = new ArrayList<>();
            for (String word : words) points.add(choices.count(word));
            item = new Item(column, also, label, title, new Scale.Choice(words), Points.ofChoices(points), instead);
        } else {
            Scale scale = range(json);
            item = new Item(column, also, label, title, scale, points(json, before), instead);
        }
        json.end();
        return item;
    }

    private static Scale range(JsonFields json) throws InvalidInputException {
        boolean isWhole = json.has("whole") && json.truth("whole");
        return new Scale.Range(
                isWhole,
                json.number("least"),
                json.number("most"),
                json.textOr("unit", ""),
                json.textOr("below", ""),
                json.textOr("beyond", ""));
    }

    private static Points points(JsonFields json, List<Item> before) throws InvalidInputException {
        if (!json.has("bands_by")) return Points.of(bands(json.objects("bands")));
        String by = json.text("bands_by");
        Item item = before.stream()
                .filter(one -> one.column().equals(by))
                .findFirst()
                .orElseThrow();
        JsonFields choices = json.object("bands");
        List<List<Band>> bands = new ArrayList<>();
        for (String word : ((Scale.Choice) item.scale()).words()) bands.add(bands(choices.objects(word)));
        choices.end();
        return new Points(by, bands);
    }

    private static List<Band> bands(List<JsonFields> objects) throws InvalidInputException {
        List<Band> bands = new ArrayList<>();
        for (JsonFields json : objects) {
            boolean isAbove = json.has("above");
            bands.add(new Band(json.number(isAbove ? "above" : "from"), isAbove, json.count("points")));
            json.end();
        }
        return bands;
    }
}
