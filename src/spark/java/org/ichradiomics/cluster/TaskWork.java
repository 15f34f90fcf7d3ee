package org.ichradiomics.cluster;

import java.io.Serializable;
import java.util.concurrent.CancellationException;

import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

import org.ichradiomics.batch.Errands;
import org.ichradiomics.batch.Machines;
import org.ichradiomics.text.InvalidInputException;

/** What an executor does with a piece: an answer for each case, in their order. */
final class TaskWork extends AbstractFunction1<Iterator<Piece>, String[]> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Job job;
    private final Machines.Step step;
    private final String rows;

    TaskWork(Job job, Machines.Step step, String rows) {
        this.job = job;
        this.step = step;
        this.rows = rows;
    }

    /** @throws FailedTask whose words name no file, as Spark keeps them in its logs */
    @Override
    public String[] apply(Iterator<Piece> pieces) {
        Piece piece = pieces.next();
        String[] answers = new String[piece.cases().size()];
        try {
            Errands errands = job.errands();
            for (int i = 0; i < answers.length; i++)
                answers[i] = errands.run(step, rows, piece.cases().get(i));
            return answers;
        } catch (InvalidInputException e) {
            throw new FailedTask(e.getMessage());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new FailedTask("It ended in an unforeseen " + e.getClass().getSimpleName() + ".");
        }
    }

    /** A task that cannot go on. */
    static final class FailedTask extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FailedTask(String sentence) {
            super(sentence);
        }
    }
}
