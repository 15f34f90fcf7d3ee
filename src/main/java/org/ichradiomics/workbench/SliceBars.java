package org.ichradiomics.workbench;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.function.IntConsumer;
import javax.swing.JComponent;

/** The area that is drawn on each slice, as bars: a forgotten slice is a gap. A click goes there. */
final class SliceBars extends JComponent {

    private static final Color BAR = new Color(200, 60, 60);
    private static final Color HERE = new Color(60, 90, 200);

    private int[] voxels = {};
    private int current;

    /** @param go takes the slice that was clicked, from 0 */
    SliceBars(Look look, IntConsumer go) {
        setPreferredSize(new Dimension(look.size(200), look.size(30)));
        setMaximumSize(new Dimension(Integer.MAX_VALUE, look.size(30)));
        setAlignmentX(LEFT_ALIGNMENT);
        setToolTipText("Area drawn on each slice, the first at the left; click to go there ([ and ] step)");
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                if (voxels.length > 0)
                    go.accept(Math.min(voxels.length - 1, event.getX() * voxels.length / getWidth()));
            }
        });
    }

    /** @param slice the one that is looked at, from 0 */
    void show(int[] areas, int slice) {
        voxels = areas.clone();
        current = slice;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        int most = Math.max(1, Arrays.stream(voxels).max().orElse(1));
        int floor = getHeight() - 3;
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, getWidth(), getHeight());
        for (int z = 0; z < voxels.length; z++) {
            int left = z * getWidth() / voxels.length;
            int right = (z + 1) * getWidth() / voxels.length;
            int height = voxels[z] == 0 ? 0 : Math.max(2, (floor - 1) * voxels[z] / most);
            graphics.setColor(z == current ? HERE : BAR);
            graphics.fillRect(left, floor - height, Math.max(1, right - left - 1), height);
            graphics.setColor(z == current ? HERE : Color.LIGHT_GRAY);
            graphics.fillRect(left, floor + 1, Math.max(1, right - left - 1), 2);
        }
    }
}
