package org.ichradiomics.workbench;

import java.awt.Dimension;
import java.io.File;
import java.util.Optional;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.ichradiomics.casework.CaseStage;
import org.ichradiomics.casework.Worklist;

/** Which case is on the workbench, and the ways to others. */
final class ListPane {

    private final Bench bench;
    private final JLabel title;
    private final JLabel count;
    private final JButton previous;
    private final JButton next;
    private final JTextField reader;
    private final JPanel pane;

    ListPane(Bench bench, Look look) {
        this.bench = bench;
        title = look.label(" ");
        title.setFont(look.bold());
        count = look.label(" ");
        count.setForeground(Look.QUIET);
        previous = look.button("◀", "The case before (Ctrl+Page Up)", () -> bench.go(bench.place() - 1));
        next = look.button("▶", "The next case (Ctrl+Page Down)", () -> bench.go(bench.place() + 1));
        JButton list =
                look.button("List…", "Choose a folder of scans, or a CSV file with case,image", this::chooseList);
        JButton out = look.button("Folder…", "Choose the folder in which the cases are kept", this::chooseFolder);
        // Where there is little room, the count is cut off: it can be guessed, and the reader's code must be typed.
        count.setMinimumSize(new Dimension());
        reader = new JTextField(bench.desk().reader(), 3);
        reader.setFont(look.font());
        reader.setMinimumSize(reader.getPreferredSize());
        reader.setToolTipText("Your code as a reader; it stands in the row of each case");
        reader.addActionListener(event -> bench.desk().read(reader.getText()));
        reader.addFocusListener(new Left(() -> bench.desk().read(reader.getText())));
        pane = look.section("");
        pane.setBorder(null);
        pane.add(look.row(title, (JComponent) Box.createHorizontalGlue(), previous, next));
        pane.add(look.row(
                count, (JComponent) Box.createHorizontalGlue(), look.label("reader"), Look.low(reader), list, out));
        bench.listen(this::show);
        show();
    }

    JPanel pane() {
        return pane;
    }

    private void show() {
        Optional<Worklist> list = bench.list();
        String place = list.map(
                        l -> "Case " + (bench.place() + 1) + " of " + l.cases().size() + ": ")
                .orElse("Case ");
        title.setText(bench.visits()
                .first()
                .map(open ->
                        place + open.home().id() + ", " + open.state().stage().text())
                .orElse(list.isPresent() ? place + "…" : "No case: open a CT, or choose a List…"));
        count.setText(
                list.map(this::counted).orElse(bench.desk().out().getFileName().toString()));
        count.setToolTipText("Cases are kept in " + bench.desk().out());
        previous.setEnabled(list.isPresent() && bench.place() > 0);
        next.setEnabled(list.filter(l -> bench.place() + 1 < l.cases().size()).isPresent());
    }

    private String counted(Worklist list) {
        long done = list.cases().stream()
                .filter(one -> bench.desk().stage(one).isFinished())
                .count();
        long drawn = list.cases().stream()
                .filter(one -> bench.desk().stage(one) == CaseStage.DRAWN)
                .count();
        return done + " done, " + drawn + " drawn, " + (list.cases().size() - done - drawn) + " open"
                + bench.desk().pace().map(minutes -> ", " + minutes).orElse("");
    }

    private void chooseList() {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle("A folder of scans, or a CSV file with the columns case,image");
        chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
        if (chooser.showOpenDialog(pane) == JFileChooser.APPROVE_OPTION)
            bench.take(chooser.getSelectedFile().toPath());
    }

    private void chooseFolder() {
        JFileChooser chooser = new JFileChooser(new File(bench.desk().out().toString()));
        chooser.setDialogTitle("The folder in which the cases are kept");
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        if (chooser.showSaveDialog(pane) == JFileChooser.APPROVE_OPTION)
            bench.keepIn(chooser.getSelectedFile().toPath());
    }
}
