package org.ichradiomics.window;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.swing.JLabel;

import ij.IJ;

/** Holds the thread that shows a text in ImageJ's status line, from then until this is closed. */
final class StatusHold implements PropertyChangeListener, AutoCloseable {

    private final String text;
    private final JLabel line;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** @param text a part of what is shown when it is to be held */
    StatusHold(String text) {
        this.text = text;
        line = Stream.of(IJ.getInstance().getStatusBar().getComponents())
                .filter(JLabel.class::isInstance)
                .map(JLabel.class::cast)
                .findFirst()
                .orElseThrow();
        line.addPropertyChangeListener("text", this);
    }

    /** The label tells its listeners in the thread that sets its text. */
    @Override
    public void propertyChange(PropertyChangeEvent change) {
        if (!String.valueOf(change.getNewValue()).contains(text)) return;
        reached.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isHolding() {
        return reached.getCount() == 0;
    }

    @Override
    public void close() {
        line.removePropertyChangeListener("text", this);
        released.countDown();
    }
}
