package app.backtrack.tracking.intake;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.http.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** An item of a journal request, as far as it could be read. */
sealed interface JournalItem {

    /** What the item says of itself, echoed so that a client finds it again. */
    Label label();

    /** A draft for a patient whom the caller may write for. */
    record Ready(Label label, PatientRef patient, FactDraft draft) implements JournalItem {}

    /** Refused before it was looked at any further. */
    record Unfit(Label label, Problem problem) implements JournalItem {}

    /**
     * The names of an item, null where there is none of the right type.
     *
     * @param kind as sent
     * @param id as sent
     * @param revision as sent
     */
    record Label(
            @Nullable String kind,
            @Nullable String id,
            @Nullable Integer revision) {

        static final Label NONE = new Label(null, null, null);
        private static final int LONGEST = 64;

        static Label of(JsonNode item) {
            JsonNode revision = item.get("revision");
            return new Label(
                    text(item, "kind"),
                    text(item, "id"),
                    revision != null && revision.canConvertToInt() && revision.isInt() ? revision.intValue() : null);
        }

        private static @Nullable String text(JsonNode item, String name) {
            JsonNode value = item.get(name);
            return value != null && value.isTextual() && value.textValue().length() <= LONGEST
                    ? value.textValue()
                    : null;
        }
    }
}
