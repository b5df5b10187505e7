package app.backtrack.program.day;

import app.backtrack.events.WireName;
import app.backtrack.events.schedule.DueDay;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says why nothing is due on a day. */
@Schema(name = "NothingDueBecause")
enum NothingDue implements WireName {
    /** No program of the patient says anything about the day. */
    NO_PROGRAM("no-program"),
    NOT_STARTED("not-started"),
    PAUSED("paused"),
    /** The planned weeks are over, and no clinician has ended or lengthened the program. */
    WEEKS_OVER("weeks-over"),
    COMPLETED("completed"),
    STOPPED("stopped"),
    /** The program is under way, and the plan leaves the day free. */
    REST_DAY("rest-day");

    private final String wireName;

    NothingDue(String wireName) {
        this.wireName = wireName;
    }

    /** Null where something is due. */
    static @Nullable NothingDue on(DueDay day) {
        return switch (day.state()) {
            case NOT_STARTED -> NOT_STARTED;
            case PAUSED -> PAUSED;
            case WEEKS_OVER -> WEEKS_OVER;
            case COMPLETED -> COMPLETED;
            case STOPPED -> STOPPED;
            case UNDER_WAY -> day.items().isEmpty() && day.habits().isEmpty() ? REST_DAY : null;
        };
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
