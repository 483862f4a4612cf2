package dev.punctual.testkit.objects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The objects of one bucket, in the order of their keys' UTF-8. Guarded by the service's lock. */
final class Bucket {

    private static final Comparator<String> UTF_8 = (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8),
            b.getBytes(StandardCharsets.UTF_8));

    private final NavigableMap<String, StoredObject> objects = new TreeMap<>(UTF_8);
    private final List<Consumer<ObjectCreated>> listeners = new ArrayList<>();

    Optional<StoredObject> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    void put(StoredObject object) {
        objects.put(object.key(), object);
    }

    /** How many bytes are gone. */
    long remove(String key) {
        var removed = objects.remove(key);
        return removed == null ? 0 : removed.content().length;
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    ObjectPage list(String prefix, String after, int maximum) {
        var page = new ArrayList<StoredObject>();
        boolean belowPrefix = UTF_8.compare(after, prefix) < 0;
        for (var object : objects.tailMap(belowPrefix ? prefix : after, belowPrefix).values()) {
            if (!object.key().startsWith(prefix)) {
                break;
            }
            if (page.size() == maximum) {
                return new ObjectPage(List.copyOf(page), true);
            }
            page.add(object);
        }
        return new ObjectPage(List.copyOf(page), false);
    }

    void listen(Consumer<ObjectCreated> listener) {
        listeners.add(listener);
    }

    List<Consumer<ObjectCreated>> listeners() {
        return List.copyOf(listeners);
    }
}
