package org.ichradiomics.text;

import java.time.Duration;

/** How many pieces of work are finished, and how long the others may take, as those took. */
public final class Countdown {

    private final int total;
    private final long start = System.nanoTime();
    private int finished;

    /** Of so many pieces, from now on. */
    public Countdown(int total) {
        this.total = total;
    }

    /** One more is finished. */
    public synchronized void finished() {
        finished++;
    }

    /** Those that are finished, however they ended. */
    public synchronized int done() {
        return finished;
    }

    /** All of them. */
    public int total() {
        return total;
    }

    /** How long the others may take; at least one is finished. */
    public synchronized Duration remaining() {
        return Duration.ofNanos((System.nanoTime() - start) / finished * (total - finished));
    }

    /** {@code 12 of 40, about 3 min left}. */
    public String text() {
        long seconds = Math.round(remaining().toMillis() / 1000.0);
        String left = seconds < 100 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
        return done() + " of " + total + (done() == total ? "" : ", about " + left + " left");
    }
}
