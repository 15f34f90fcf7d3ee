package org.ichradiomics.batch;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Words;

/**
 * Other machines as a batch has them measure: the largest scans first, so that none of them is waited for at the end.
 *
 * @param list of all cases
 * @param check of it
 * @param words of the front where reasons are read
 */
public record OtherMachines(CaseList list, Machines machines, CohortCheck check, Words words) implements Crew {

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public Map<String, String> inputs(List<BatchCase> cases) throws InvalidInputException {
        Map<String, String> inputs = new HashMap<>();
        machines.each(
                Machines.Step.INPUTS,
                "",
                Errands.sent(list, cases, words),
                (at, hash) -> inputs.put(cases.get(at).id(), hash),
                BatchListener.NONE);
        return inputs;
    }

    @Override
    public void measure(List<BatchCase> left, Journal journal, Finished finished, BatchListener listener)
            throws InvalidInputException {
        List<BatchCase> order = left.stream()
                .sorted(Comparator.comparingLong((BatchCase one) -> check.voxels(one.id()))
                        .reversed())
                .toList();
        try {
            journal.files().clear();
            for (BatchCase one : left) journal.forget(one.id());
        } catch (IOException e) {
            throw new InvalidInputException(
                    journal.name() + " cannot be written: see whether its storage is there, and resume.", e);
        }
        String rows = Errands.text(journal.files().folder());
        machines.each(
                Machines.Step.MEASURE,
                rows,
                Errands.sent(list, order, words),
                (at, answer) -> {
                    JsonObject told = JsonParser.parseString(answer).getAsJsonObject();
                    finished.hear(
                            order.get(at).id(),
                            told.get("status").getAsString(),
                            told.get("reason").getAsString());
                },
                listener);
        journal.refresh();
    }
}
