package org.ichradiomics.workbench;

import java.util.EnumMap;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JSlider;
import javax.swing.JToggleButton;

import org.ichradiomics.outline.Doubt;
import org.ichradiomics.outline.Tissue;
import org.ichradiomics.text.English;

/** 1 Outline: the ways to draw, what is drawn, and what is doubtful about it. */
final class OutlinePane {

    private static final int DARKEST = 20;
    private static final int BRIGHTEST = 120;
    private static final int NEAREST = 5;
    private static final int FARTHEST = 120;

    private final Bench bench;
    private final Look look;
    private final Pointing pointing;
    private final Map<Mode, JToggleButton> modes = new EnumMap<>(Mode.class);
    private final JSlider low = new JSlider(DARKEST, BRIGHTEST);
    private final JSlider high = new JSlider(DARKEST, BRIGHTEST);
    private final JSlider reach = new JSlider(NEAREST, FARTHEST);
    private final JCheckBox auto;
    private boolean isShowing;
    private final JLabel limits;
    private final JLabel mm;
    private final JLabel amount;
    private final JLabel under;
    private final SliceBars bars;
    private final JPanel doubts = new JPanel();
    private final JPanel pane;

    OutlinePane(Bench bench, Look look, Pointing pointing) {
        this.bench = bench;
        this.look = look;
        this.pointing = pointing;
        pane = look.section("1  Outline");
        pane.add(look.row(tools()));
        pane.add(look.row(tissues()));
        auto = look.dressed(
                new JCheckBox("auto HU", true), "Limits from the click itself, else those of the sliders (A)");
        auto.addActionListener(event -> {
            move();
            bench.growing().take();
        });
        limits = look.label(Growing.UNKNOWN);
        // A slider stays as wide as it is while it is moved.
        limits.setPreferredSize(limits.getPreferredSize());
        slider(low, "Darkest HU that is grown over (J and K)");
        slider(high, "Brightest HU that is grown over (U and I)");
        slider(reach, "How far from the click it may reach, mm (N and M)");
        mm = look.label("100 mm");
        mm.setPreferredSize(mm.getPreferredSize());
        pane.add(look.row(auto, low, high, limits));
        pane.add(look.row(look.label("reach"), reach, mm));
        amount = look.label(" ");
        amount.setFont(look.bold());
        under = look.label(" ");
        under.setForeground(Look.QUIET);
        pane.add(look.row(amount));
        bars = new SliceBars(look, pointing::go);
        pane.add(bars);
        pane.add(look.row(under));
        doubts.setLayout(new javax.swing.BoxLayout(doubts, javax.swing.BoxLayout.Y_AXIS));
        doubts.setAlignmentX(0);
        pane.add(doubts);
        bench.listen(this::show);
        pointing.listen(this::point);
        show();
    }

    JPanel pane() {
        return pane;
    }

    private javax.swing.JComponent[] tools() {
        for (Mode mode : Mode.values()) {
            JToggleButton button = look.dressed(new JToggleButton(mode.text()), mode.help());
            button.addActionListener(event -> pointing.choose(mode));
            modes.put(mode, button);
        }
        JButton between = look.button(
                "Between",
                "Fill the empty slices between drawn ones (B); filled slices need a look",
                bench.drawing()::fillBetween);
        return new javax.swing.JComponent[] {
            modes.get(Mode.GROW), modes.get(Mode.BRUSH), modes.get(Mode.ERASE), modes.get(Mode.FREEHAND), between
        };
    }

    private javax.swing.JComponent[] tissues() {
        ButtonGroup group = new ButtonGroup();
        javax.swing.JComponent[] buttons = new javax.swing.JComponent[Tissue.values().length];
        for (Tissue tissue : Tissue.values()) {
            JRadioButton button = look.dressed(
                    new JRadioButton(tissue.toString(), tissue == Tissue.HAEMATOMA),
                    "Draw " + tissue + " (" + "HVO".charAt(tissue.ordinal()) + ")");
            button.addActionListener(event -> bench.choose(tissue));
            bench.listen(() -> button.setSelected(bench.tissue() == tissue));
            group.add(button);
            buttons[tissue.ordinal()] = button;
        }
        return buttons;
    }

    private void slider(JSlider slider, String tooltip) {
        slider.setPreferredSize(new java.awt.Dimension(look.size(90), look.size(20)));
        slider.setFocusable(false);
        slider.setToolTipText(tooltip + "; what would grow from the last click is shown while it moves, Esc drops it");
        slider.addChangeListener(event -> {
            if (isShowing) return;
            move();
            if (!slider.getValueIsAdjusting()) bench.growing().take();
        });
    }

    private void move() {
        Limits to = bench.growing().moved();
        boolean isHeld = low.getValueIsAdjusting() || high.getValueIsAdjusting() || reach.getValueIsAdjusting();
        Limits hu = auto.isSelected() ? to.auto() : to.within(low.getValue(), high.getValue());
        bench.growing().move(hu.reaching(reach.getValue()), isHeld);
    }

    private void showLimits() {
        isShowing = true;
        Growing growing = bench.growing();
        boolean isAuto = growing.moved().isAuto();
        boolean isOpen = bench.open().isPresent();
        auto.setSelected(isAuto);
        low.setEnabled(isOpen && !isAuto);
        high.setEnabled(isOpen && !isAuto);
        if (!low.getValueIsAdjusting()) low.setValue(growing.hu()[0]);
        if (!high.getValueIsAdjusting()) high.setValue(growing.hu()[1]);
        if (!reach.getValueIsAdjusting()) reach.setValue(growing.moved().mm());
        limits.setText(growing.text());
        mm.setText(growing.moved().reach() + " mm");
        isShowing = false;
    }

    private void point() {
        under.setText(pointing.text());
        modes.forEach((mode, button) -> button.setSelected(mode == pointing.mode()));
        bench.drawn().ifPresent(drawn -> bars.show(drawn.slices(), pointing.slice()));
    }

    private void show() {
        Look.enable(pane, bench.open().isPresent());
        showLimits();
        String preview = bench.growing().preview();
        amount.setText(bench.drawn().map(drawn -> English.capital(drawn.text())).orElse(" ")
                + (preview.isEmpty() ? "" : "   " + preview));
        doubts.removeAll();
        for (Doubt doubt : bench.doubts()) {
            JLabel sentence = look.label("⚠ " + doubt.sentence());
            sentence.setForeground(Look.DOUBT);
            JButton mend = look.button(
                    doubt.remedy().text(),
                    "Mend it; Ctrl+Z takes it back",
                    () -> bench.drawing().mend(doubt));
            JButton see = look.button("Show", "Go to slice " + (doubt.slice() + 1), () -> pointing.go(doubt.slice()));
            doubts.add(look.row(sentence, see, mend));
        }
        point();
        pane.revalidate();
        pane.repaint();
    }
}
