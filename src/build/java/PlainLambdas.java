import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.commons.TableSwitchGenerator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts the lambdas of each class into plain classes. Java makes a class of its own for each lambda when it is first
 * met; a command line that declares its features, files and columns as lambdas meets three hundred, which takes as long
 * as to measure a small lesion. Here all those of one class that are of one interface and capture values of the same
 * types share a class, and a number says which is meant.
 *
 * <pre>
 *     LIST = of(m -&gt; m.mean(), m -&gt; m.sd())   becomes   LIST = of(Host$$0.of(0), Host$$0.of(1))
 *     final class Host$$0 implements ToDoubleFunction { … switch (which) { case 0: return Host.lambda$0(m); … } }
 * </pre>
 *
 * Usage: {@code java PlainLambdas.java CLASSES}, a folder, whose files are rewritten.
 */
final class PlainLambdas {

    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String WHICH = "which";
    private static final Type OBJECT = Type.getType(Object.class);

    /** What shares a class. */
    private record Kind(String host, String made, String method, String erased) {}

    /** One lambda: its code, and the types that its interface has where it stands. */
    private record Lambda(Handle code, Type shown) {}

    private final Map<String, ClassNode> classes = new TreeMap<>();
    private final Map<Kind, List<Lambda>> kinds = new LinkedHashMap<>();
    private final Map<Kind, String> names = new LinkedHashMap<>();
    private final Map<String, Integer> count = new LinkedHashMap<>();

    private PlainLambdas() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        PlainLambdas all = new PlainLambdas();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(all::read);
        }
        List<ClassNode> hosts = new ArrayList<>(all.classes.values());
        hosts.forEach(all::rewrite);
        all.kinds.forEach((kind, lambdas) -> all.classes.put(all.names.get(kind), all.made(kind, lambdas)));
        for (ClassNode node : all.classes.values()) {
            ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(out);
            Files.write(folder.resolve(node.name + ".class"), out.toByteArray());
        }
    }

    private void read(Path file) {
        try {
            ClassNode node = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(node, 0);
            // Those for Java 8 have no nests, and so no access to what is private in another class.
            if (node.version >= Opcodes.V11 && !node.name.contains("$$")) classes.put(node.name, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rewrite(ClassNode host) {
        for (MethodNode method : host.methods) {
            for (AbstractInsnNode at : method.instructions.toArray()) {
                if (!(at instanceof InvokeDynamicInsnNode lambda) || !isPlain(lambda)) continue;
                Kind kind = new Kind(host.name, lambda.desc, lambda.name, ((Type) lambda.bsmArgs[0]).getDescriptor());
                List<Lambda> same = kinds.computeIfAbsent(kind, first -> new ArrayList<>());
                String name = names.computeIfAbsent(
                        kind, first -> host.name + "$$" + (count.merge(host.name, 1, Integer::sum) - 1));
                method.instructions.insertBefore(at, new LdcInsnNode(same.size()));
                method.instructions.set(
                        at,
                        new MethodInsnNode(
                                Opcodes.INVOKESTATIC, name, "of", factory(kind).getDescriptor(), false));
                same.add(new Lambda((Handle) lambda.bsmArgs[1], (Type) lambda.bsmArgs[2]));
            }
        }
    }

    private static boolean isPlain(InvokeDynamicInsnNode lambda) {
        return lambda.bsm.getOwner().equals(FACTORY)
                && lambda.bsm.getName().equals("metafactory")
                && ((Handle) lambda.bsmArgs[1]).getTag() != Opcodes.H_INVOKESPECIAL;
    }

    /** Takes what is captured, then the number. */
    private static Method factory(Kind kind) {
        List<Type> parts = new ArrayList<>(List.of(Type.getArgumentTypes(kind.made)));
        parts.add(Type.INT_TYPE);
        return new Method("of", Type.getReturnType(kind.made), parts.toArray(Type[]::new));
    }

    private ClassNode made(Kind kind, List<Lambda> lambdas) {
        ClassNode node = new ClassNode();
        Type self = Type.getObjectType(names.get(kind));
        Type[] captured = Type.getArgumentTypes(kind.made);
        node.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                self.getInternalName(),
                null,
                OBJECT.getInternalName(),
                new String[] {Type.getReturnType(kind.made).getInternalName()});
        join(node, classes.get(kind.host));
        node.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, WHICH, "I", null, null);
        for (int i = 0; i < captured.length; i++)
            node.visitField(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "part" + i, captured[i].getDescriptor(), null, null);
        makers(node, self, factory(kind));
        GeneratorAdapter code = adapter(node, Opcodes.ACC_PUBLIC, new Method(kind.method, kind.erased));
        code.loadThis();
        code.getField(self, WHICH, Type.INT_TYPE);
        int[] keys = new int[lambdas.size()];
        for (int i = 0; i < keys.length; i++) keys[i] = i;
        code.tableSwitch(keys, new TableSwitchGenerator() {

            @Override
            public void generateCase(int key, Label end) {
                call(code, self, captured, lambdas.get(key), Type.getMethodType(kind.erased));
            }

            @Override
            public void generateDefault() {
                code.throwException(Type.getType(IllegalStateException.class), WHICH);
            }
        });
        code.endMethod();
        ClassWriter framed = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        node.accept(framed);
        ClassNode whole = new ClassNode();
        new ClassReader(framed.toByteArray()).accept(whole, 0);
        return whole;
    }

    /** Into the nest of the class whose lambdas it holds, since their code is private there. */
    private void join(ClassNode node, ClassNode host) {
        String nest = host.nestHostClass == null ? host.name : host.nestHostClass;
        node.visitNestHost(nest);
        classes.get(nest).visitNestMember(node.name);
    }

    private static void makers(ClassNode node, Type self, Method factory) {
        Type[] parts = factory.getArgumentTypes();
        Method constructor = new Method("<init>", Type.VOID_TYPE, parts);
        GeneratorAdapter code = adapter(node, Opcodes.ACC_PRIVATE, constructor);
        code.loadThis();
        code.invokeConstructor(OBJECT, new Method("<init>", "()V"));
        for (int i = 0; i < parts.length; i++) {
            code.loadThis();
            code.loadArg(i);
            code.putField(self, i == parts.length - 1 ? WHICH : "part" + i, parts[i]);
        }
        code.returnValue();
        code.endMethod();
        code = adapter(node, Opcodes.ACC_STATIC, factory);
        code.newInstance(self);
        code.dup();
        code.loadArgs();
        code.invokeConstructor(self, constructor);
        code.returnValue();
        code.endMethod();
    }

    private static GeneratorAdapter adapter(ClassNode node, int access, Method method) {
        return new GeneratorAdapter(
                node.visitMethod(access, method.getName(), method.getDescriptor(), null, null),
                access,
                method.getName(),
                method.getDescriptor());
    }

    /** What is captured, then what is given, as the code takes it; and what it returns, as the interface does. */
    private static void call(GeneratorAdapter code, Type self, Type[] captured, Lambda lambda, Type erased) {
        Handle to = lambda.code;
        Type owner = Type.getObjectType(to.getOwner());
        boolean isNew = to.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        List<Type> takes = new ArrayList<>();
        if (to.getTag() == Opcodes.H_INVOKEVIRTUAL || to.getTag() == Opcodes.H_INVOKEINTERFACE) takes.add(owner);
        takes.addAll(List.of(Type.getArgumentTypes(to.getDesc())));
        if (isNew) {
            code.newInstance(owner);
            code.dup();
        }
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.getField(self, "part" + i, captured[i]);
        }
        for (int i = captured.length; i < takes.size(); i++) {
            int arg = i - captured.length;
            code.loadArg(arg);
            convert(code, erased.getArgumentTypes()[arg], lambda.shown.getArgumentTypes()[arg], takes.get(i));
        }
        Method method = new Method(to.getName(), to.getDesc());
        switch (to.getTag()) {
            case Opcodes.H_INVOKESTATIC ->
                code.visitMethodInsn(Opcodes.INVOKESTATIC, to.getOwner(), to.getName(), to.getDesc(), to.isInterface());
            case Opcodes.H_INVOKEINTERFACE -> code.invokeInterface(owner, method);
            case Opcodes.H_NEWINVOKESPECIAL -> code.invokeConstructor(owner, method);
            default -> code.invokeVirtual(owner, method);
        }
        Type got = isNew ? owner : method.getReturnType();
        Type returned = erased.getReturnType();
        if (returned.getSort() == Type.VOID) {
            if (got.getSize() == 2) code.pop2();
            if (got.getSize() == 1) code.pop();
        } else {
            convert(code, got, isPrimitive(got) ? got : lambda.shown.getReturnType(), returned);
        }
        code.returnValue();
    }

    /** @param shown the type in between: what is boxed where only an Object is given */
    private static void convert(GeneratorAdapter code, Type from, Type shown, Type to) {
        if (isPrimitive(from) && isPrimitive(to)) {
            code.cast(from, to);
        } else if (isPrimitive(from)) {
            code.valueOf(from);
        } else if (isPrimitive(to)) {
            Type boxed = isPrimitive(shown) ? shown : unboxed(shown, to);
            code.unbox(boxed);
            code.cast(boxed, to);
        } else if (!from.equals(to) && !to.equals(OBJECT)) {
            code.checkCast(to);
        }
    }

    private static Type unboxed(Type shown, Type otherwise) {
        return switch (shown.getClassName()) {
            case "java.lang.Integer" -> Type.INT_TYPE;
            case "java.lang.Long" -> Type.LONG_TYPE;
            case "java.lang.Short" -> Type.SHORT_TYPE;
            case "java.lang.Byte" -> Type.BYTE_TYPE;
            case "java.lang.Character" -> Type.CHAR_TYPE;
            case "java.lang.Float" -> Type.FLOAT_TYPE;
            case "java.lang.Double" -> Type.DOUBLE_TYPE;
            case "java.lang.Boolean" -> Type.BOOLEAN_TYPE;
            default -> otherwise;
        };
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() != Type.OBJECT && type.getSort() != Type.ARRAY;
    }
}
