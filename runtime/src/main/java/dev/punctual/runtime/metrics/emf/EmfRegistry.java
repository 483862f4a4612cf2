package dev.punctual.runtime.metrics.emf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.cumulative.CumulativeFunctionCounter;
import io.micrometer.core.instrument.cumulative.CumulativeFunctionTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.internal.DefaultGauge;
import io.micrometer.core.instrument.internal.DefaultLongTaskTimer;
import io.micrometer.core.instrument.internal.DefaultMeter;

/**
 * Keeps what was measured since it was last asked, without threads of its own; safe for use by several threads.
 *
 * <p>
 * Of our own meters, handler, source and stream are dimensions; all other tags become part of the metric's name, since a
 * document has one value of each dimension.
 */
final class EmfRegistry extends MeterRegistry {

    private static final Logger LOG = Logger.getLogger(EmfRegistry.class);
    static final String APPLICATION = "application";
    private static final String OWN = "punctual.";
    private static final Set<String> OWN_DIMENSIONS = Set.of(APPLICATION, "handler", "source", "stream");
    private static final String NONE = "none";

    private final List<String> excluded;
    private final int mostMeters;
    private final AtomicBoolean full = new AtomicBoolean();
    /** What functions showed when they were last asked, since CloudWatch adds up what it is told. */
    private final Map<Meter.Id, Double> told = new ConcurrentHashMap<>();

    /**
     * @param excluded beginnings of the names of meters that are not kept
     * @param mostMeters the most meters: each is paid for
     */
    EmfRegistry(List<String> excluded, int mostMeters, Clock clock) {
        super(clock);
        this.excluded = List.copyOf(excluded);
        this.mostMeters = mostMeters;
        config().meterFilter(new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return excluded.stream().anyMatch(id.getName()::startsWith) || isFull(id) ? MeterFilterReply.DENY
                        : MeterFilterReply.NEUTRAL;
            }
        });
    }

    /** An empty one with the same settings, and no tags. */
    EmfRegistry twin() {
        return new EmfRegistry(excluded, mostMeters, clock);
    }

    private boolean isFull(Meter.Id id) {
        if (getMeters().size() < mostMeters) {
            return false;
        }
        if (full.compareAndSet(false, true)) {
            LOG.warnf("There are %d meters: %s and all that follow are left out (quarkus.punctual.metrics.max-meters)",
                    mostMeters,
                    id.getName());
        }
        return true;
    }

    /** What was measured since the last call; what is zero is left out. */
    List<Sample> take() {
        List<Sample> samples = new ArrayList<>();
        forEachMeter(meter -> {
            if (meter instanceof EmfMeters.Count counter) {
                add(meter.getId(), "", "Count", counter.take(), samples);
            } else if (meter instanceof EmfMeters.Time timer) {
                add(meter.getId(), "Milliseconds", timer.take(), samples);
            } else if (meter instanceof EmfMeters.Summary summary) {
                add(meter.getId(), unit(meter.getId()), summary.take(), samples);
            } else {
                functions(meter, samples);
            }
        });
        return samples;
    }

    private void functions(Meter meter, List<Sample> samples) {
        if (meter instanceof FunctionCounter counter) {
            add(meter.getId(), "", "Count", since(meter.getId(), counter.count()), samples);
        } else if (meter instanceof FunctionTimer timer) {
            add(meter.getId(), "", "Milliseconds", since(meter.getId(), timer.totalTime(TimeUnit.MILLISECONDS)), samples);
        } else if (meter instanceof Gauge gauge) {
            add(meter.getId(), "", unit(meter.getId()), gauge.value(), samples);
        } else {
            for (Measurement measurement : meter.measure()) {
                add(meter.getId(), '.' + measurement.getStatistic().getTagValueRepresentation(), "None", measurement.getValue(),
                        samples);
            }
        }
    }

    private double since(Meter.Id id, double now) {
        Double before = told.put(id, now);
        return before == null ? now : now - before;
    }

    private static void add(Meter.Id id, String unit, Distribution.Snapshot values, List<Sample> to) {
        if (values.count() > 0) {
            to.add(new Sample(name(id), unit, dimensions(id), new Sample.Values(values)));
        }
    }

    private static void add(Meter.Id id, String suffix, String unit, double value, List<Sample> to) {
        if (value != 0 && Double.isFinite(value)) {
            to.add(new Sample(name(id) + suffix, unit, dimensions(id), new Sample.Number(value)));
        }
    }

    private static String unit(Meter.Id id) {
        String unit = id.getBaseUnit();
        return "bytes".equals(unit) ? "Bytes" : "None";
    }

    private static String name(Meter.Id id) {
        StringBuilder name = new StringBuilder(id.getName());
        if (id.getName().startsWith(OWN)) {
            for (Tag tag : id.getTagsAsIterable()) {
                if (!OWN_DIMENSIONS.contains(tag.getKey()) && !tag.getValue().equals(NONE)) {
                    name.append('.').append(tag.getValue());
                }
            }
        }
        return name.toString();
    }

    private static SortedMap<String, String> dimensions(Meter.Id id) {
        boolean own = id.getName().startsWith(OWN);
        SortedMap<String, String> dimensions = new TreeMap<>();
        for (Tag tag : id.getTagsAsIterable()) {
            if (dimensions.size() < EmfDocuments.MOST_DIMENSIONS && (!own || OWN_DIMENSIONS.contains(tag.getKey()))) {
                dimensions.put(tag.getKey(), tag.getValue());
            }
        }
        return dimensions;
    }

    @Override
    protected <T> Gauge newGauge(Meter.Id id, @Nullable T object, ToDoubleFunction<T> value) {
        return new DefaultGauge<>(id, object, value);
    }

    @Override
    protected Counter newCounter(Meter.Id id) {
        return new EmfMeters.Count(id);
    }

    @Override
    protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauses) {
        return new EmfMeters.Time(id, clock);
    }

    @Override
    protected DistributionSummary newDistributionSummary(Meter.Id id, DistributionStatisticConfig config, double scale) {
        return new EmfMeters.Summary(id, clock, scale);
    }

    @Override
    protected LongTaskTimer newLongTaskTimer(Meter.Id id, DistributionStatisticConfig config) {
        return new DefaultLongTaskTimer(id, clock, getBaseTimeUnit(), config, false);
    }

    @Override
    protected Meter newMeter(Meter.Id id, Meter.Type type, Iterable<Measurement> measurements) {
        return new DefaultMeter(id, type, measurements);
    }

    @Override
    protected <T> FunctionTimer newFunctionTimer(Meter.Id id, T object, ToLongFunction<T> count, ToDoubleFunction<T> total,
            TimeUnit unit) {
        return new CumulativeFunctionTimer<>(id, object, count, total, unit, getBaseTimeUnit());
    }

    @Override
    protected <T> FunctionCounter newFunctionCounter(Meter.Id id, T object, ToDoubleFunction<T> count) {
        return new CumulativeFunctionCounter<>(id, object, count);
    }

    @Override
    protected TimeUnit getBaseTimeUnit() {
        return TimeUnit.MILLISECONDS;
    }

    @Override
    protected DistributionStatisticConfig defaultHistogramConfig() {
        return DistributionStatisticConfig.NONE;
    }
}
