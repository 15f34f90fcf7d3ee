package org.ichradiomics.study;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.text.FieldsFile;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.JsonText;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.TextFile;

/**
 * A study in a file, JSON or YAML; docs/study.md describes every key. Only {@code format}, {@code inputs.clinical} and
 * {@code outcome} must be there; a key that is not known is refused.
 *
 * @param files names of the tables
 * @param reader finds them, for a file on disk by paths relative to its folder
 */
public record StudyFile(StudyPlan plan, StudyInputs.Files files, StudyInputs.Reader reader) {

    /** What the file says it is, under its first key. */
    public static final String FORMAT = "ICH Radiomics study";

    private static final int VERSION = 1;

    /**
     * The sample study if that is the name, whatever the case of its letters, or else the study in a file. A file of
     * that name is reached with a folder before it, as in {@code ./sample}.
     *
     * @throws InvalidInputException if there is no such file, or it is not a study
     */
    public static StudyFile find(String nameOrPath) throws InvalidInputException {
        if (SampleStudy.isMeantBy(nameOrPath)) return SampleStudy.file();
        try {
            return read(Path.of(nameOrPath));
        } catch (InvalidPathException e) {
            PathName.requireKnown(nameOrPath);
            throw new InvalidInputException(
                    "There is no study \"" + nameOrPath + "\": give the path of a study file, or the word "
                            + SampleStudy.NAME + ".",
                    e);
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
        return parse(
                text,
                file,
                StudyInputs.Reader.in(file.toAbsolutePath().normalize().getParent()));
    }

    /** The same with its tables from elsewhere. */
    static StudyFile parse(String text, Path file, StudyInputs.Reader reader) throws InvalidInputException {
        JsonFields json = FieldsFile.parse(text, file);
        String name = file.getFileName().toString();
        String format = json.textOr("format", "");
        if (!format.equals(FORMAT)) {
            throw new InvalidInputException(
                    name + " is not a study (its \"format\" is " + (format.isEmpty() ? "missing" : "\"" + format + "\"")
                            + ", not \"" + FORMAT + "\"): choose a study file.");
        }
        if (json.has("version") && json.count("version") != VERSION) {
            throw new InvalidInputException(
                    name + " is a study of another version than " + VERSION + ": use the program that wrote it.");
        }
        try {
            StudyInputs.Files files = PlanForm.FORM.read(json.object("inputs"), StudyInputs.Files.class);
            String stem = name.replaceFirst("(?<=.)\\.[^.]*$", ""); // without its ending
            StudyPlan usual = StudyPlan.of(json.textOr("name", stem), null);
            return new StudyFile(PlanForm.FORM.read(json, usual), files, reader);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(name + " is no usable study, since " + e.getMessage() + ": correct it.", e);
        }
    }

    /**
     * The tables of the study.
     *
     * @throws InvalidInputException if one is missing or cannot be read
     */
    public StudyInputs inputs() throws InvalidInputException {
        StudyInputs inputs = files.read(reader);
        Optional<String> perturbed = plan.agreement().perturbation();
        return perturbed.isPresent() ? inputs.withPerturbed(perturbed.get(), reader) : inputs;
    }

    /** As JSON with every key, defaults filled in; what is read back is the same plan. */
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("name", plan.name());
        json.put("inputs", PlanForm.FORM.write(files));
        json.putAll(PlanForm.FORM.write(plan, StudyPlan.of(plan.name(), null)));
        return JsonText.file(json);
    }
}
