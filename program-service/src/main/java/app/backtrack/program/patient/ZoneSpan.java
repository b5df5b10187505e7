package app.backtrack.program.patient;

import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time zone of the patient's home.
 *
 * @param zone IANA zone
 * @param effectiveFrom the patient's date, in that zone, from which it holds
 */
@Schema(name = "ZoneSpan")
record ZoneSpan(
        @Schema(examples = "Europe/Berlin") String zone,

        @Schema(description = "The patient's date, in this zone, from which it holds.")
        LocalDate effectiveFrom) {

    ZoneChange change() {
        return new ZoneChange(ZoneId.of(zone), effectiveFrom);
    }
}
