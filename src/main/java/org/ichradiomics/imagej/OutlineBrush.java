package org.ichradiomics.imagej;

import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;

import org.ichradiomics.outline.Lock;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.outline.Stroke;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * <i>ICH Brush</i>, a tool of ImageJ's tool bar: paints a label of the image's outline where the HU are those of blood;
 * with Alt it erases that label, whatever the HU. A stroke is one step to undo.
 */
public final class OutlineBrush extends PlugInTool {

    /** The name of the tool. */
    public static final String NAME = "ICH Brush Tool";

    private static final String HELP = "Drag paints, Alt and drag erases, Ctrl Z and Ctrl Shift Z undo and redo, "
            + "double click on the tool: radius, HU, label";

    private Brush brush = Brush.USUAL;
    private List<Double> x = List.of();
    private List<Double> y = List.of();
    private boolean isDrawn;

    /**
     * What a brush paints.
     *
     * @param radius mm, above 0
     * @param lock HU that are painted
     * @param label 1 to 255
     */
    public record Brush(double radius, Lock lock, int label) {

        /** 4 mm, fresh blood, the haematoma. */
        public static final Brush USUAL = new Brush(4, Lock.BLOOD, Tissue.HAEMATOMA.label());

        /** @throws IllegalArgumentException if the radius is not above 0, or the label none of 1 to 255 */
        public Brush {
            if (!(radius > 0 && radius <= 100)) {
                throw new IllegalArgumentException(
                        "The radius must be above 0 and at most 100 mm, was " + radius + ".");
            }
            if (label < 1 || label > LabelVolume.MOST) {
                throw new IllegalArgumentException(
                        "The label must be 1 to " + LabelVolume.MOST + ", was " + label + ".");
            }
        }
    }

    /**
     * Puts the brush into the tool bar and chooses it.
     *
     * @return the brush
     * @throws InvalidInputException if there is no screen
     */
    public static OutlineBrush install() throws InvalidInputException {
        if (!Screen.isThere() || Toolbar.getInstance() == null) {
            throw new InvalidInputException("There is no tool bar without a screen: grow the haematoma from points.");
        }
        OutlineBrush brush = new OutlineBrush();
        Toolbar.addPlugInTool(brush);
        IJ.showStatus(HELP);
        return brush;
    }

    /** What it paints. */
    public Brush brush() {
        return brush;
    }

    /** Makes it paint something else. */
    public void use(Brush other) {
        brush = other;
    }

    @Override
    public String getToolName() {
        return NAME;
    }

    @Override
    public String getToolIcon() {
        return "Cf00O11aaC000L8bccLbbddLccee";
    }

    @Override
    public void mousePressed(ImagePlus image, MouseEvent event) {
        event.consume();
        listenToKeys(image.getCanvas());
        image.getCanvas().requestFocusInWindow();
        begin();
        drag(image, event);
    }

    @Override
    public void mouseDragged(ImagePlus image, MouseEvent event) {
        event.consume();
        drag(image, event);
    }

    private void drag(ImagePlus image, MouseEvent event) {
        ImageCanvas canvas = image.getCanvas();
        // The middle of the first pixel is half a pixel from the edge.
        double column = canvas.offScreenXD(event.getX()) - 0.5;
        double row = canvas.offScreenYD(event.getY()) - 0.5;
        boolean isErasing = event.isAltDown() || IJ.altKeyDown();
        guarded(() -> stroke(image, column, row, isErasing));
    }

    /**
     * Takes the stroke on to a place, in pixels; the whole stroke stays one step.
     *
     * @throws InvalidInputException if nothing can be drawn on the image
     */
    public void stroke(ImagePlus image, double column, double row, boolean isErasing) throws InvalidInputException {
        OutlineSession session = OutlineSession.of(image);
        x.add(column);
        y.add(row);
        Stroke stroke = new Stroke(Planes.of(image).current() - 1, x, y, brush.radius());
        session.change(outline -> {
            boolean wasDrawn = isDrawn && outline.undo();
            isDrawn = isErasing
                    ? outline.erase(stroke, brush.label(), session.head(), Lock.OPEN)
                    : outline.paint(stroke, brush.label(), session.head(), brush.lock());
            return isDrawn || wasDrawn;
        });
        IJ.showStatus("ICH Radiomics: " + HaematomaGrowing.said(session.outline(), brush.label()));
    }

    /** Begins a stroke. */
    public void begin() {
        x = new ArrayList<>();
        y = new ArrayList<>();
        isDrawn = false;
    }

    private static void undo(ImagePlus image, boolean isRedo) {
        if (image == null) return;
        guarded(() -> {
            OutlineSession session = OutlineSession.of(image);
            boolean isChanged = session.change(isRedo ? Outline::redo : Outline::undo);
            IJ.showStatus(
                    isChanged
                            ? "ICH Radiomics: "
                                    + English.counted(session.outline().undoable(), "step") + " to undo, "
                                    + session.outline().redoable() + " to redo"
                            : "ICH Radiomics: nothing to " + (isRedo ? "redo" : "undo"));
        });
    }

    private interface Work {

        void run() throws InvalidInputException;
    }

    private static void guarded(Work work) {
        try {
            work.run();
        } catch (InvalidInputException e) {
            Failure.show(e, MenuWords.INSTANCE);
        }
    }

    /** Before ImageJ's own, which would undo what was done to the pixels. */
    private void listenToKeys(ImageCanvas canvas) {
        KeyListener[] others = canvas.getKeyListeners();
        if (Arrays.stream(others).anyMatch(Keys.class::isInstance)) return;
        for (KeyListener other : others) canvas.removeKeyListener(other);
        canvas.addKeyListener(new Keys());
        for (KeyListener other : others) canvas.addKeyListener(other);
    }

    private static final class Keys extends KeyAdapter {

        @Override
        public void keyPressed(KeyEvent event) {
            boolean isMeant = (event.isControlDown() || event.isMetaDown())
                    && Toolbar.getToolName().equals(NAME);
            boolean isRedo =
                    event.getKeyCode() == KeyEvent.VK_Y || event.getKeyCode() == KeyEvent.VK_Z && event.isShiftDown();
            if (!isMeant || !isRedo && event.getKeyCode() != KeyEvent.VK_Z) return;
            event.consume();
            undo(((ImageCanvas) event.getComponent()).getImage(), isRedo);
        }
    }

    @Override
    public void showPopupMenu(MouseEvent event, Toolbar bar) {
        PopupMenu menu = new PopupMenu();
        item(menu, "Undo", () -> undo(WindowManager.getCurrentImage(), false));
        item(menu, "Redo", () -> undo(WindowManager.getCurrentImage(), true));
        item(menu, "Radius, HU, Label...", this::showOptionsDialog);
        bar.add(menu);
        menu.show(bar, event.getX(), event.getY());
    }

    private static void item(PopupMenu menu, String label, Runnable action) {
        MenuItem item = new MenuItem(label);
        item.addActionListener(event -> action.run());
        menu.add(item);
    }

    @Override
    public void showOptionsDialog() {
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Brush");
        dialog.addMessage(HELP.replace(", ", ",\n"));
        dialog.addNumericField("Radius", brush.radius(), 1, 6, "mm");
        dialog.addNumericField("Low", brush.lock().low(), 0, 6, "HU");
        dialog.addNumericField("High", brush.lock().high(), 0, 6, "HU");
        dialog.addNumericField("Label", brush.label(), 0, 6, "1 haematoma, 2 IVH, 3 oedema");
        dialog.showDialog();
        if (dialog.wasCanceled()) return;
        try {
            use(new Brush(dialog.getNextNumber(), new Lock(dialog.getNextNumber(), dialog.getNextNumber()), (int)
                    dialog.getNextNumber()));
        } catch (IllegalArgumentException e) {
            Failure.show(new InvalidInputException(e.getMessage(), e), MenuWords.INSTANCE);
        }
    }
}
