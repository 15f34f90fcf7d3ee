package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.imagej.Option;
import org.ichradiomics.menu.Task;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;

/**
 * A command as it is nearly always written: {@code extract ct.nii --mask mask.nii --out=table.csv}, every option once,
 * each with a value where it needs one. Whatever else there is, right or wrong, is left to picocli, which takes longer
 * to load than a lesion takes to be measured.
 */
final class PlainLine {

    private final Map<String, Option> declared = new HashMap<>();
    private final List<Option> ofPlaces = new ArrayList<>();
    private final Map<String, Object> options = new HashMap<>();
    private final List<Object> places = new ArrayList<>();

    private PlainLine(Task task) {
        for (Option option : task.options()) {
            if (!option.isOnTheLine()) continue;
            if (option.kind() == Option.Kind.FLAG) {
                for (String choice : option.choices()) declared.put(option.flag(choice), option);
                declared.remove(option.flag(option.usual()));
            } else if (option.line().flag().isEmpty()) {
                ofPlaces.add(option);
            } else {
                for (String flag : Commands.flags(option)) declared.put(flag, option);
            }
        }
    }

    /** Nothing where it is not plain what is meant. */
    static Optional<Given> read(String[] args, PrintWriter out, PrintWriter err) {
        return Commands.task(args[0]).flatMap(task -> read(task, args, out, err));
    }

    static Optional<Given> read(Task task, String[] args, PrintWriter out, PrintWriter err) {
        PlainLine line = new PlainLine(task);
        return line.takes(args) ? Optional.of(new Given(task, line.options, line.places, out, err)) : Optional.empty();
    }

    private boolean takes(String[] args) {
        try {
            int next = 1;
            while (next > 0 && next < args.length) next = take(args, next);
            return next > 0 && isComplete();
        } catch (InvalidInputException | NumberFormatException e) {
            return false; // picocli finds the same, and has the words for it
        }
    }

    /** @return where to go on; 0 if this is not plain */
    private int take(String[] args, int at) throws InvalidInputException {
        String arg = args[at];
        if (!arg.startsWith("-")) return takePlace(arg) ? at + 1 : 0;
        int equals = arg.indexOf('=');
        String flag = equals < 0 ? arg : arg.substring(0, equals);
        Option option = declared.get(flag);
        boolean isFlag = flag.equals(Commands.DEBUG) || option != null && option.kind() == Option.Kind.FLAG;
        if (isFlag) return equals < 0 && options.put(flag, true) == null ? at + 1 : 0;
        int end = equals < 0 ? at + 2 : at + 1;
        if (option == null || end > args.length || equals < 0 && args[at + 1].startsWith("-")) return 0;
        return takeValue(option, equals < 0 ? args[at + 1] : arg.substring(equals + 1)) ? end : 0;
    }

    private boolean takeValue(Option option, String text) throws InvalidInputException {
        if (text.isEmpty()) return false;
        String flag = Commands.flags(option).get(0);
        if (option.kind() != Option.Kind.POINTS) return options.put(flag, value(option, text)) == null;
        List<Object> points = new ArrayList<>();
        if (options.get(flag) instanceof List<?> before) points.addAll(before);
        options.put(flag, points);
        return points.add(text);
    }

    private boolean takePlace(String arg) throws InvalidInputException {
        if (arg.isEmpty() || places.size() == ofPlaces.size()) return false;
        return places.add(value(ofPlaces.get(places.size()), arg));
    }

    private static Object value(Option option, String text) throws InvalidInputException {
        if (option.kind().isPath()) return PathName.of(text);
        return option.kind() == Option.Kind.COUNT ? Integer.valueOf(text) : text;
    }

    private boolean isComplete() {
        for (Option option : declared.values())
            if (option.line().isRequired() && !options.containsKey(option.line().flag())) return false;
        for (int i = places.size(); i < ofPlaces.size(); i++)
            if (ofPlaces.get(i).line().isRequired()) return false;
        return true;
    }
}
