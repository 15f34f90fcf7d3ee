package org.ichradiomics.cluster;

import java.util.List;

import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

import org.ichradiomics.batch.Machines;

/** What the driver does with the answers of a task: Spark calls it once for each, however often it ran. */
final class Answers extends AbstractFunction2<Object, String[], BoxedUnit> {

    private final List<Piece> pieces;
    private final Machines.Answer answer;
    private volatile boolean isAny;

    Answers(List<Piece> pieces, Machines.Answer answer) {
        this.pieces = pieces;
        this.answer = answer;
    }

    /** Whether there was an answer. */
    boolean isAny() {
        return isAny;
    }

    @Override
    public BoxedUnit apply(Object task, String[] answers) {
        isAny = true;
        int first = pieces.get((Integer) task).first();
        for (int i = 0; i < answers.length; i++) answer.hear(first + i, answers[i]);
        return BoxedUnit.UNIT;
    }
}
