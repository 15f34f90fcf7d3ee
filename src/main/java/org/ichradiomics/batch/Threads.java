package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.ichradiomics.text.InvalidInputException;

/** The threads of this program, each with one case in memory. */
record Threads(int count, CaseRunner runner) implements Crew {

    private static final long ASK_MILLIS = 100;

    @Override
    public void measure(List<BatchCase> left, Journal journal, Finished finished, BatchListener listener)
            throws InvalidInputException {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (BatchCase one : left) {
                futures.add(pool.submit(() -> {
                    CaseRow row = runner.run(one);
                    synchronized (listener) {
                        journal.add(row);
                        finished.hear(row.id(), row.status().text(), row.reason());
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) await(future, runner, listener);
        } finally {
            runner.cancel();
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    /** @throws CancellationException if the listener wants the end */
    static <T> T await(Future<T> future, CaseRunner runner, BatchListener listener) throws InvalidInputException {
        while (true) {
            try {
                if (listener.isCanceled()) runner.cancel();
                return future.get(ASK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Asked again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof InvalidInputException refused) throw refused;
                if (e.getCause() instanceof CancellationException canceled) throw canceled;
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    static void awaitEnd(ExecutorService pool) {
        try {
            pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
