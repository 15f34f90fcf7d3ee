package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.ichradiomics.text.InvalidInputException;

/** Work in pieces that do not depend on each other: done by several threads, handed back in order. */
public final class InOrder {

    private InOrder() {}

    /**
     * @param threads at least 1; more than pieces are of no use, and a single one is the caller's own
     * @param finished told how many pieces are finished, 1, 2, …, by the thread that finished the last of them, one at
     *     a time; what it throws ends the work
     * @throws InvalidInputException what the first piece throws that fails
     * @throws CancellationException if the thread is interrupted
     */
    public static <T> List<T> results(List<Callable<T>> pieces, int threads, IntConsumer finished)
            throws InvalidInputException {
        if (pieces.isEmpty()) return List.of();
        AtomicInteger count = new AtomicInteger();
        List<FutureTask<T>> tasks = pieces.stream()
                .map(piece -> new FutureTask<>(() -> {
                    T result = piece.call();
                    synchronized (count) {
                        finished.accept(count.incrementAndGet());
                    }
                    return result;
                }))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, tasks.size()));
        try {
            if (threads > 1) tasks.forEach(pool::execute);
            List<T> results = new ArrayList<>();
            for (FutureTask<T> task : tasks) {
                if (threads == 1) task.run();
                results.add(task.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidInputException invalid) throw invalid;
            if (e.getCause() instanceof RuntimeException broken) throw broken;
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
