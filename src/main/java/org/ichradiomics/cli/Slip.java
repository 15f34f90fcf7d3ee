package org.ichradiomics.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import org.ichradiomics.text.English;
import org.ichradiomics.text.Nearest;

/** What is wrong with a command that cannot be meant, and the nearest right thing. */
final class Slip {

    private Slip() {}

    /** One sentence. */
    static String sentence(ParameterException e, String... args) {
        if (!(e instanceof UnmatchedArgumentException) && !(e instanceof MissingParameterException))
            return e.getMessage();
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        // Whoever wrote --maks is told of that, not that --mask is missing.
        Optional<String> unknown = unknownOption(spec, args);
        if (unknown.isPresent()) {
            return "There is no option " + unknown.get()
                    + meant(unknown.get(), spec.optionsMap().keySet()) + ".";
        }
        if (!(e instanceof UnmatchedArgumentException unmatched)) return e.getMessage();
        String first = unmatched.getUnmatched().get(0);
        if (spec.parent() == null) {
            Set<String> commands = e.getCommandLine().getSubcommands().keySet();
            List<String> longer = commands.stream()
                    .filter(name -> name.startsWith(first + " "))
                    .toList();
            if (!longer.isEmpty())
                return "There is no command " + first + " alone: there are " + English.listed(longer, "and") + ".";
            String near = meant(first, commands);
            return "There is no command " + first
                    + (near.isEmpty() ? ": there are " + English.listed(List.copyOf(commands), "and") : near) + ".";
        }
        return "\"" + first + "\" belongs to no option, and " + spec.name() + " takes " + places(spec)
                + ": name the option before its value, and put a path with blanks in quotes.";
    }

    private static Optional<String> unknownOption(CommandSpec spec, String... args) {
        int from = spec.parent() == null ? 0 : 1;
        return Stream.of(args)
                .skip(from)
                .takeWhile(arg -> !arg.equals("--"))
                .filter(arg -> arg.matches("--?\\p{L}.*"))
                .map(arg -> arg.replaceFirst("=.*", ""))
                .filter(option -> !spec.optionsMap().containsKey(option))
                .findFirst();
    }

    private static String meant(String written, Set<String> names) {
        return Nearest.of(written, names)
                .map(name -> " (did you mean " + name + "?)")
                .orElse("");
    }

    private static String places(CommandSpec spec) {
        List<String> places = spec.positionalParameters().stream()
                .map(place -> place.paramLabel())
                .toList();
        return places.isEmpty() ? "nothing else" : "only " + places.stream().collect(Collectors.joining(" "));
    }
}
