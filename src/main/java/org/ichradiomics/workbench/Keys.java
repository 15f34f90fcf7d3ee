package org.ichradiomics.workbench;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.FocusManager;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.ImagePlus;

import org.ichradiomics.outline.Tissue;
import org.ichradiomics.sign.Sign;

/**
 * The keys of the workbench: in the image of the case, and in the window where no field is being filled in. They come
 * before those of ImageJ, and only there.
 */
final class Keys implements KeyEventDispatcher {

    private final Bench bench;
    private final Window window;
    private final Map<Character, Runnable> plain = new LinkedHashMap<>();
    private final Map<Integer, Runnable> withControl = new LinkedHashMap<>();

    Keys(Bench bench, Window window, Pointing pointing, SignsPane signs, VisitPane visiting, Foot foot) {
        this.bench = bench;
        this.window = window;
        plain.put('g', () -> pointing.choose(Mode.GROW));
        plain.put('p', () -> pointing.choose(Mode.BRUSH));
        plain.put('e', () -> pointing.choose(Mode.ERASE));
        plain.put('f', () -> pointing.choose(Mode.FREEHAND));
        plain.put('b', bench.drawing()::fillBetween);
        plain.put('h', () -> bench.choose(Tissue.HAEMATOMA));
        plain.put('v', () -> bench.choose(Tissue.IVH));
        plain.put('o', () -> bench.choose(Tissue.OEDEMA));
        plain.put('1', () -> view(View.BRAIN));
        plain.put('2', () -> view(View.BONE));
        plain.put('[', () -> pointing.step(-1));
        plain.put(']', () -> pointing.step(1));
        plain.put(',', () -> pointing.widen(-0.5));
        plain.put('.', () -> pointing.widen(0.5));
        plain.put('a', () -> bench.growing().auto());
        plain.put('j', () -> bench.growing().nudge(-1, 0, 0));
        plain.put('k', () -> bench.growing().nudge(1, 0, 0));
        plain.put('u', () -> bench.growing().nudge(0, -1, 0));
        plain.put('i', () -> bench.growing().nudge(0, 1, 0));
        plain.put('n', () -> bench.growing().nudge(0, 0, -5));
        plain.put('m', () -> bench.growing().nudge(0, 0, 5));
        plain.put('\n', bench.growing()::take);
        plain.put('\u001b', this::escape);
        plain.put('x', visiting::turn);
        plain.put('t', () -> image(image -> IJ.run(image, "Orthogonal Views", "")));
        withControl.put(KeyEvent.VK_Z, bench.drawing()::undo);
        withControl.put(KeyEvent.VK_Y, bench.drawing()::redo);
        withControl.put(KeyEvent.VK_S, bench.saving()::saveAndNext);
        withControl.put(KeyEvent.VK_T, bench.answers()::signs);
        withControl.put(KeyEvent.VK_P, bench.answers()::scores);
        withControl.put(KeyEvent.VK_R, bench.saving()::report);
        withControl.put(KeyEvent.VK_L, foot::exclude);
        for (Sign sign : Sign.values()) withControl.put(KeyEvent.VK_0 + digit(sign), () -> signs.next(sign));
        withControl.put(KeyEvent.VK_PAGE_UP, () -> bench.go(bench.place() - 1));
        withControl.put(KeyEvent.VK_PAGE_DOWN, () -> bench.go(bench.place() + 1));
    }

    /** Of the key that answers a sign: from 1 to 9, then 0. */
    static int digit(Sign sign) {
        return (sign.ordinal() + 1) % 10;
    }

    void begin() {
        FocusManager.getCurrentManager().addKeyEventDispatcher(this);
    }

    void end() {
        FocusManager.getCurrentManager().removeKeyEventDispatcher(this);
    }

    /** Drops a preview; what takes its time hears of it as of Esc in ImageJ's own windows. */
    private void escape() {
        bench.growing().drop();
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    }

    private void view(View view) {
        image(view::on);
    }

    private void image(java.util.function.Consumer<ImagePlus> what) {
        bench.open().map(OpenCase::image).ifPresent(what);
    }

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        Component focus = event.getComponent();
        Window at = focus instanceof Window top ? top : SwingUtilities.getWindowAncestor(focus);
        boolean isInImage =
                bench.open().filter(open -> open.image().getWindow() == at).isPresent();
        boolean isControl = event.isControlDown() || event.isMetaDown();
        if (!isInImage && at != window || focus instanceof JTextComponent && !isControl) return false;
        Runnable action = isControl ? withControl.get(event.getKeyCode()) : plain.get(event.getKeyChar());
        if (action == null || event.isAltDown()) return false;
        boolean isHere = isControl ? event.getID() == KeyEvent.KEY_PRESSED : event.getID() == KeyEvent.KEY_TYPED;
        if (isHere) action.run();
        // ImageJ hears neither the press nor what was typed.
        return true;
    }
}
