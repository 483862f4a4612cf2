package dev.punctual.template.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.punctual.template.application.Source;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/**
 * What an application costs; immutable.
 *
 * @param atRest in a month in which nothing happens
 * @param events for a million events, by the stream or queue that they are of: sources first, then streams that are published
 *        to
 * @param assumptions what both depend on
 * @param prices what they are worked out with
 */
public record Costs(List<Cost> atRest, Map<Source, List<Cost>> events, Assumptions assumptions, Prices prices) {

    /** Works out what a stack costs. */
    public static Costs of(Stack stack, Prices prices, Assumptions assumptions) {
        List<Source> sources = new ArrayList<>(stack.application().sources());
        stack.streams().stream().filter(stream -> !stream.consumed()).map(Stream::source).forEach(sources::add);
        Map<Source, List<Cost>> events = new LinkedHashMap<>();
        sources.forEach(source -> events.put(source, EventCosts.of(stack, source, assumptions)));
        return new Costs(RestCosts.of(stack, assumptions), events, assumptions, prices);
    }

    /**
     * What people read: tables, and what they assume.
     *
     * @throws IllegalArgumentException if a price is missing; the message names its key
     */
    public String markdown() {
        return CostPage.of(this);
    }
}
