package app.backtrack.tracking.care;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps the maps of a view in order and safe from change: equal views are equal bytes. */
public final class Sorted {

    private Sorted() {}

    /** A copy in order. */
    public static <K, V> SortedMap<K, V> copyOf(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** A copy with one more entry. */
    public static <K, V> SortedMap<K, V> with(Map<K, V> map, K key, V value) {
        TreeMap<K, V> copy = new TreeMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableSortedMap(copy);
    }
}
