package app.backtrack.program.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of a name what a search compares: without case, accents and doubled blanks. */
public final class NameRules {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final int MAX_WORDS = 10;

    private NameRules() {}

    /** A text in the form in which texts are compared. */
    public static String normalised(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // Upper case, since lower case would keep the German sharp s and the Greek final sigma apart from their like.
        return BLANKS.matcher(letters.toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The name from each of its first ten words on, so that a search may begin with any of them. */
    public static List<String> keys(@Nullable String name) {
        if (name == null) {
            return List.of();
        }
        String rest = normalised(name);
        List<String> keys = new ArrayList<>();
        while (!rest.isEmpty() && keys.size() < MAX_WORDS) {
            keys.add(rest);
            int blank = rest.indexOf(' ');
            rest = blank < 0 ? "" : rest.substring(blank + 1);
        }
        return keys;
    }
}
