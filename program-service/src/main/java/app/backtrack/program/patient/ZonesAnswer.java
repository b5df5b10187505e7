package app.backtrack.program.patient;

import app.backtrack.events.schedule.ZoneHistory;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every time zone that was decided for a patient's home, in the order of the decisions. */
@Schema(name = "ZoneHistory")
record ZonesAnswer(
        @Schema(description = "The zone in force now.", examples = "Europe/Berlin")
        String zone,

        @Schema(description = "Of those whose date has come, the last is in force.")
        List<ZoneSpan> decided) {

    static ZonesAnswer of(Care care, Instant now) {
        return new ZonesAnswer(zone(care, now), care.zones());
    }

    /** The zone that the patient's today goes by. */
    static String zone(Care care, Instant now) {
        ZoneHistory zones = care.zoneHistory();
        return zones.zoneOn(zones.today(now)).getId();
    }
}
