package dev.punctual.samples.food.driver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What handled events had left until their deadlines.
 *
 * @param events how many, by the tenth of the time budget that was left: 9 for 90 % and more, -1 for none
 */
record Slack(Map<Integer, Integer> events) {

    private static final int TENTHS = 10;
    private static final int WIDTH = 40;

    /**
     * @param shares of the budget that was left, 1 for all of it
     */
    static Slack of(List<Double> shares) {
        Map<Integer, Integer> events = new TreeMap<>();
        for (double share : shares) {
            int tenth = share < 0 ? -1 : Math.min(TENTHS - 1, (int) (share * TENTHS));
            events.merge(tenth, 1, Integer::sum);
        }
        return new Slack(events);
    }

    String histogram() {
        int most = events.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        StringBuilder text = new StringBuilder("Time left at completion, of handled events:\n");
        for (int tenth = TENTHS - 1; tenth >= -1; tenth--) {
            int count = events.getOrDefault(tenth, 0);
            if (tenth >= 0 || count > 0) {
                String left = tenth < 0 ? "none" : tenth * TENTHS + "-" + (tenth + 1) * TENTHS + " %";
                text.append(String.format(Locale.ROOT, "%10s%8d  %s", left, count,
                        "#".repeat((int) Math.ceil((double) count * WIDTH / most))).stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }
}
