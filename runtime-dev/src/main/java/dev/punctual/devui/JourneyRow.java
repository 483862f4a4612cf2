package dev.punctual.devui;

/**
 * A journey in the list.
 *
 * @param correlationId its id
 * @param events how many events it has
 * @param steps how many steps are known
 * @param fate the worst of what became of its events: {@code dead}, {@code open}, {@code handled} or {@code passed}
 * @param start when its first event arrived
 * @param last when the last of its steps was certain
 */
public record JourneyRow(String correlationId, long events, int steps, String fate, String start, String last) {
}
