package app.backtrack.tracking.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Says where two JSON documents differ, and nothing of what they hold: a member that a schema would not name (a date,
 * an id) is shown as {@code *}, and so is the place in an array.
 */
final class DifferenceRules {
    private static final Pattern OF_A_SCHEMA = Pattern.compile("[a-z]+([A-Z][a-z]+)*");

    private DifferenceRules() {}

    /** The paths of the differing members, such as {@code view/weeks/&#42;/days}. */
    static SortedSet<String> paths(JsonNode one, JsonNode other) {
        SortedSet<String> paths = new TreeSet<>();
        collect("", one, other, paths);
        return paths;
    }

    private static void collect(String path, JsonNode one, JsonNode other, SortedSet<String> paths) {
        if (one.equals(other)) {
            return;
        }
        if (one.isObject() && other.isObject()) {
            names(one, other).forEach(name -> collect(below(path, name), at(one, name), at(other, name), paths));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                collect(below(path, "*"), one.get(i), other.get(i), paths);
            }
        } else {
            paths.add(path);
        }
    }

    private static SortedSet<String> names(JsonNode one, JsonNode other) {
        SortedSet<String> names = new TreeSet<>();
        for (Iterator<String> name = one.fieldNames(); name.hasNext(); ) {
            names.add(name.next());
        }
        for (Iterator<String> name = other.fieldNames(); name.hasNext(); ) {
            names.add(name.next());
        }
        return names;
    }

    private static JsonNode at(JsonNode node, String name) {
        return node.has(name) ? node.get(name) : MissingNode.getInstance();
    }

    private static String below(String path, String name) {
        String shown = OF_A_SCHEMA.matcher(name).matches() ? name : "*";
        return path.isEmpty() ? shown : path + "/" + shown;
    }
}
