package org.ichradiomics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The build's PlainLambdas: a program says the same before and after it, and Java makes no class for a lambda any more.
 * The oracle is the JDK's own LambdaMetafactory.
 */
class PlainLambdasTest {

    private static final String PROGRAM = """
            import java.util.*;
            import java.util.function.*;
            public class Program {
                interface Shape {
                    double area(int times, long more) throws Exception;
                    default String name() { return "shape"; }
                }
                record Pair(String left, int right) {}
                static class Inner {
                    private final int secret;
                    private Inner(int secret) { this.secret = secret; }
                    private int plus(int more) { return secret + more; }
                    Supplier<Integer> later() { return () -> plus(1); }
                    IntUnaryOperator adding() { return this::plus; }
                }
                private static long twice(long x) { return 2 * x; }
                static void drop(Object o) {}
                public static void main(String[] args) throws Exception {
                    List<Object> said = new ArrayList<>();
                    int i = 7; long l = 1L << 40; double d = 0.5; char c = 'x'; boolean b = true;
                    String[] words = {"b", "a"};
                    ToDoubleFunction<String> widened = String::length;
                    ToLongFunction<Integer> unboxed = x -> x + l;
                    ToIntFunction<Map<String, Integer>> generic = map -> map.get("a");
                    Function<Integer, Object> boxed = x -> x * i;
                    LongUnaryOperator primitive = Program::twice;
                    IntToLongFunction wide = Program::twice;
                    Supplier<Character> small = () -> c;
                    BooleanSupplier truth = () -> b;
                    DoubleSupplier number = () -> d + l + i;
                    BiFunction<String, Integer, Pair> made = Pair::new;
                    IntFunction<Inner> hidden = Inner::new;
                    IntFunction<String[]> arrays = String[]::new;
                    Comparator<String> order = String::compareTo;
                    Consumer<String> into = said::add;
                    Consumer<Object> nothing = Program::drop;
                    Runnable none = () -> said.add("ran");
                    Function<Object, Integer> hash = Objects::hashCode;
                    Shape shape = (times, more) -> times * more * d;
                    Callable call = () -> { throw new Exception("thrown"); };
                    Function<List<? super Integer>, Integer> size = List::size;
                    Supplier<Supplier<String>> nested = () -> () -> words[0] + i;
                    Arrays.sort(words, order);
                    into.accept("into"); nothing.accept(1); none.run();
                    said.add(widened.applyAsDouble("four")); said.add(unboxed.applyAsLong(3));
                    said.add(generic.applyAsInt(Map.of("a", 5))); said.add(boxed.apply(3));
                    said.add(primitive.applyAsLong(4)); said.add(wide.applyAsLong(5)); said.add(small.get());
                    said.add(truth.getAsBoolean()); said.add(number.getAsDouble()); said.add(made.apply("p", 2));
                    said.add(hidden.apply(9).later().get()); said.add(hidden.apply(9).adding().applyAsInt(4));
                    said.add(arrays.apply(3).length); said.add(Arrays.asList(words)); said.add(hash.apply("h"));
                    said.add(shape.area(2, 3)); said.add(shape.name()); said.add(size.apply(List.of(1, 2)));
                    said.add(nested.get().get()); said.add(((Supplier<Object>) new Inner(2)::toString).get() != null);
                    try { call.call(); } catch (Exception e) { said.add(e.getMessage()); }
                    try { ((Function) boxed).apply("no number"); } catch (ClassCastException e) { said.add("cast"); }
                    System.out.println(said);
                }
                interface Callable { Object call() throws Exception; }
            }
            """;

    @TempDir
    Path folder;

    private List<String> run(String... words) throws Exception {
        Path said = folder.resolve("said.txt");
        List<String> call = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(words))
                .toList();
        int exit = new ProcessBuilder(call)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(said);
        assertEquals(0, exit, lines::toString);
        return lines;
    }

    private long lambdas() throws Exception {
        return run("-Xlog:class+load", "-cp", folder.toString(), "Program").stream()
                .filter(line -> line.contains("Program$$Lambda"))
                .count();
    }

    @Test
    void aProgramSaysTheSame() throws Exception {
        Path source = Files.writeString(folder.resolve("Program.java"), PROGRAM);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "--release", "17", "-Xlint:none", "-nowarn", source.toString()));
        List<String> before = run("-cp", folder.toString(), "Program");
        assertTrue(lambdas() > 20);
        run("-cp", System.getProperty("java.class.path"), "src/build/java/PlainLambdas.java", folder.toString());
        assertEquals(before, run("-cp", folder.toString(), "Program"));
        assertEquals(0, lambdas());
    }
}
