package org.ichradiomics.workbench;

import java.awt.EventQueue;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;

import org.ichradiomics.imagej.ImagePoints;
import org.ichradiomics.imagej.OutlineBrush;
import org.ichradiomics.outline.Voxel;
import org.ichradiomics.text.InvalidInputException;

/** The mouse in the image of the case: what a press does, and what lies under it. */
final class Pointing {

    private static final String RADIUS = "ich.radiomics.workbench.radius";
    private static final double THIN = 0.5;
    private static final double THICK = 20;

    private final Bench bench;
    private final Tool tool = new Tool();
    private final Under under = new Under();
    private final List<Runnable> listeners = new ArrayList<>();
    private Mode mode = Mode.GROW;
    private boolean isChosen;
    private ImageCanvas canvas;
    private double radius = Math.max(THIN, Math.min(THICK, Prefs.get(RADIUS, 3.0)));
    private String text = " ";

    Pointing(Bench bench) {
        this.bench = bench;
        bench.listen(this::attach);
        ImagePlus.addImageListener(new Slices());
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void fire() {
        listeners.forEach(Runnable::run);
    }

    /** What a press does; null where one of ImageJ's own tools is chosen. */
    Mode mode() {
        return isChosen ? mode : null;
    }

    /** What lies under the mouse, in a line. */
    String text() {
        return text;
    }

    /** The slice that is looked at, from 0. */
    int slice() {
        return bench.open().map(open -> open.image().getCurrentSlice() - 1).orElse(0);
    }

    void choose(Mode other) {
        mode = other;
        isChosen = true;
        if (mode == Mode.FREEHAND) IJ.setTool("freehand");
        else tool.take();
        fire();
    }

    /** Goes to a slice, from 0. */
    void go(int slice) {
        bench.open().ifPresent(open -> open.image().setSlice(slice + 1));
    }

    void step(int slices) {
        go(Math.max(0, slice() + slices));
    }

    void widen(double mm) {
        radius = Math.max(THIN, Math.min(THICK, radius + mm));
        Prefs.set(RADIUS, radius);
        under.say();
    }

    /** Puts the mouse's listeners on the canvas of the case that is open. */
    private void attach() {
        ImageCanvas now = bench.open().map(open -> open.image().getCanvas()).orElse(null);
        if (now == canvas) return;
        if (canvas != null) {
            canvas.removeMouseListener(under);
            canvas.removeMouseMotionListener(under);
        }
        canvas = now;
        if (canvas == null) return;
        canvas.addMouseListener(under);
        canvas.addMouseMotionListener(under);
        choose(bench.open().filter(open -> open.isByHand()).isPresent() ? Mode.BRUSH : Mode.GROW);
    }

    /** A press in the other scan of the case goes there first. */
    private boolean turned(ImagePlus image) {
        if (isOnCase(image)) return false;
        if (bench.visits().of(image).isPresent()) bench.turn(!bench.visits().isLater());
        return true;
    }

    private boolean isOnCase(ImagePlus image) {
        return bench.open().filter(open -> open.image() == image).isPresent();
    }

    /** The slice that is looked at has changed, whoever changed it. */
    private final class Slices implements ImageListener {

        @Override
        public void imageOpened(ImagePlus image) {
            // It comes to the workbench only if somebody wants that.
        }

        @Override
        public void imageClosed(ImagePlus image) {
            EventQueue.invokeLater(() -> bench.closed(image));
        }

        @Override
        public void imageUpdated(ImagePlus image) {
            if (isOnCase(image)) EventQueue.invokeLater(Pointing.this::fire);
        }
    }

    /** What is under the mouse; a freehand line is taken when it is done. */
    private final class Under extends MouseAdapter {

        private Voxel at;

        @Override
        public void mouseMoved(MouseEvent event) {
            at = new Voxel(canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY()), slice());
            say();
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            mouseMoved(event);
        }

        @Override
        public void mouseExited(MouseEvent event) {
            at = null;
            say();
        }

        void say() {
            String brush = mode == Mode.BRUSH || mode == Mode.ERASE
                    ? String.format(Locale.ROOT, "   brush %.1f mm (, and . change it)", radius)
                    : "";
            ImagePlus image = bench.open().map(OpenCase::image).orElse(null);
            boolean isInside = at != null && image != null && at.x() < image.getWidth() && at.y() < image.getHeight();
            text = !isInside
                    ? brush.strip() + " "
                    : String.format(
                                    Locale.ROOT,
                                    "%.0f HU at %d, %d, slice %d",
                                    image.getCalibration()
                                            .getCValue(image.getProcessor().getf(at.x(), at.y())),
                                    at.x(),
                                    at.y(),
                                    at.z() + 1)
                            + brush;
            fire();
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (mode != Mode.FREEHAND || !isChosen || bench.open().isEmpty()) return;
            ImagePlus image = bench.open().get().image();
            Roi line = image.getRoi();
            if (line == null || !line.isArea() || line.getState() == Roi.CONSTRUCTING) return;
            image.deleteRoi();
            int label = event.isAltDown() ? 0 : bench.tissue().label();
            int z = slice();
            bench.drawing()
                    .draw(outline -> Area.of(line, z, image)
                            .become(outline, label, bench.tissue().label()));
        }
    }

    /** Grow, brush and eraser, as a tool of ImageJ's tool bar. */
    private final class Tool extends PlugInTool {

        private final OutlineBrush brush = new OutlineBrush();
        private final List<Voxel> seeds = new ArrayList<>();
        private final List<Voxel> against = new ArrayList<>();

        void take() {
            if (!getToolName().equals(IJ.getToolName())) {
                Toolbar.addPlugInTool(this);
                IJ.setTool(getToolName());
            }
        }

        @Override
        public String getToolName() {
            return "ICH Outline Tool";
        }

        @Override
        public String getToolIcon() {
            return "Cd33O1188Cf00L5b9bL796d";
        }

        @Override
        public void mousePressed(ImagePlus image, MouseEvent event) {
            // What is drawn while a case is saved would not be in it.
            if (bench.isBusy() || turned(image)) return;
            isChosen = true;
            if (mode == Mode.GROW) {
                click(image, event);
                return;
            }
            brush.use(new OutlineBrush.Brush(
                    radius, bench.growing().limits().lock(), bench.tissue().label()));
            brush.begin();
            mouseDragged(image, event);
        }

        private void click(ImagePlus image, MouseEvent event) {
            Voxel at = new Voxel(canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY()), slice());
            if (!event.isShiftDown() && !event.isAltDown()) {
                seeds.clear();
                against.clear();
            }
            (event.isAltDown() ? against : seeds).add(at);
            if (!seeds.isEmpty())
                bench.growing().grow(ImagePoints.text(seeds, image), ImagePoints.text(against, image));
        }

        @Override
        public void mouseDragged(ImagePlus image, MouseEvent event) {
            if (!isOnCase(image) || mode == Mode.GROW || bench.isBusy()) return;
            try {
                // The middle of the first pixel is half a pixel from the edge.
                brush.stroke(
                        image,
                        canvas.offScreenXD(event.getX()) - 0.5,
                        canvas.offScreenYD(event.getY()) - 0.5,
                        mode == Mode.ERASE || event.isAltDown());
            } catch (InvalidInputException e) {
                bench.say(e.getMessage());
            }
        }

        @Override
        public void showOptionsDialog() {
            double asked = IJ.getNumber("Radius of the brush, mm", radius);
            if (asked > 0) widen(asked - radius);
        }
    }
}
