package dev.punctual.runtime.metrics.emf;

import java.util.ArrayList;
import java.util.List;

/**
 * Values since the last look at them: in buckets of 6 % of their value each, told by the mean of what is in each bucket, so
 * that
 * values which are alike are told exactly. Safe for use by several threads.
 */
final class Distribution {

    /**
     * The most values of one metric in one line, as CloudWatch's agents write them: neighbours are put together until they fit.
     */
    static final int MOST_VALUES = 100;

    private static final double SCALE = 1_000;
    private static final int SUB_BITS = 4;
    private static final int SUB_BUCKETS = 1 << SUB_BITS;
    private static final int BUCKETS = (Long.SIZE - SUB_BITS) * SUB_BUCKETS;

    /** So many values of this mean. */
    record Bucket(double mean, long count) {

        private Bucket and(Bucket other) {
            long all = count + other.count;
            return new Bucket((mean * count + other.mean * other.count) / all, all);
        }
    }

    /**
     * What was recorded.
     *
     * @param buckets in the order of their values, at most {@link #MOST_VALUES}
     */
    record Snapshot(List<Bucket> buckets, double min, double max, double sum, long count) {
    }

    private final long[] counts = new long[BUCKETS];
    private final double[] sums = new double[BUCKETS];
    private int lowest = BUCKETS;
    private int highest = -1;
    private double min;
    private double max;
    private double sum;
    private long count;

    /**
     * Takes a value.
     *
     * @param value from 0 to 10<sup>15</sup>; what is below counts as 0, what is above or no number as the largest
     */
    synchronized void record(double value) {
        double told = value > 0 ? Math.min(value, 1e15) : 0;
        int bucket = bucket((long) (told * SCALE));
        counts[bucket]++;
        sums[bucket] += told;
        lowest = Math.min(lowest, bucket);
        highest = Math.max(highest, bucket);
        min = count == 0 ? told : Math.min(min, told);
        max = count == 0 ? told : Math.max(max, told);
        sum += told;
        count++;
    }

    /** The first values have buckets of their own; then each power of two is divided into as many. */
    private static int bucket(long value) {
        if (value < SUB_BUCKETS) {
            return (int) value;
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        int within = (int) (value >>> (exponent - SUB_BITS)) & (SUB_BUCKETS - 1);
        return (exponent - SUB_BITS + 1) * SUB_BUCKETS + within;
    }

    /** What was recorded since the last call. */
    synchronized Snapshot take() {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = lowest; i <= highest; i++) {
            if (counts[i] > 0) {
                buckets.add(new Bucket(sums[i] / counts[i], counts[i]));
                counts[i] = 0;
                sums[i] = 0;
            }
        }
        Snapshot snapshot = new Snapshot(fitting(buckets), min, max, sum, count);
        lowest = BUCKETS;
        highest = -1;
        sum = 0;
        count = 0;
        return snapshot;
    }

    synchronized long count() {
        return count;
    }

    synchronized double sum() {
        return sum;
    }

    synchronized double max() {
        return count == 0 ? 0 : max;
    }

    private static List<Bucket> fitting(List<Bucket> buckets) {
        List<Bucket> all = buckets;
        while (all.size() > MOST_VALUES) {
            List<Bucket> pairs = new ArrayList<>();
            for (int i = 0; i < all.size(); i += 2) {
                pairs.add(i + 1 < all.size() ? all.get(i).and(all.get(i + 1)) : all.get(i));
            }
            all = pairs;
        }
        return all;
    }
}
