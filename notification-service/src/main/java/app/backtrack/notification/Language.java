package app.backtrack.notification;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Names a language that there are texts in, by its ISO 639-1 code. */
public enum Language implements WireName {
    ENGLISH("en"),
    GERMAN("de");

    private final String wireName;

    Language(String wireName) {
        this.wireName = wireName;
    }

    /** The same for the library of texts. */
    public Locale locale() {
        return Locale.forLanguageTag(wireName);
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
