package app.backtrack.tracking.monitoring;

import app.backtrack.events.PatientId;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was counted of one patient's remote monitoring. */
@Schema(name = "MonitoringLedger")
record MonitoringLedger(
        PatientId patientId,

        @Schema(description = "The first local date of the first period")
        LocalDate from,

        @Schema(description = "The patient's today") LocalDate until,

        @Schema(description = "What this is for", examples = MonitoringLedger.NOTICE)
        String notice,

        @Schema(description = "Periods of 30 local days, one after the other, the last one perhaps under way")
        List<Period> periods,

        @Schema(description = "Calendar months that the periods touch")
        List<Month> months) {

    static final String NOTICE = "Support for your own check of what may be billed, not billing advice.";

    MonitoringLedger {
        periods = List.copyOf(periods);
        months = List.copyOf(months);
    }

    /** 30 days in a row. */
    @Schema(name = "MonitoringPeriod")
    record Period(
            LocalDate from,
            LocalDate until,

            @Schema(description = "Whether its last day has passed; before, the counts may still grow")
            boolean complete,

            @Schema(description = "Days with a qualifying report, each once")
            int days,

            List<Day> counted,
            List<ReachedCode> codes) {

        Period {
            counted = List.copyOf(counted);
            codes = List.copyOf(codes);
        }
    }

    /** A day that counts. */
    @Schema(name = "MonitoringDay")
    record Day(
            @Schema(description = "The patient's local date")
            LocalDate date,

            @Schema(description = "The events that prove it")
            List<String> eventIds) {

        Day {
            eventIds = List.copyOf(eventIds);
        }
    }

    /** A calendar month. */
    @Schema(name = "MonitoringMonth")
    record Month(
            @Schema(examples = "2026-11") String month,

            @Schema(description = "Minutes of clinicians, together")
            int minutes,

            @Schema(description = "Whether any of them was spent speaking with the patient in real time")
            boolean live,

            @Schema(description = "The events that prove it")
            List<String> eventIds,

            List<ReachedCode> codes) {

        Month {
            eventIds = List.copyOf(eventIds);
            codes = List.copyOf(codes);
        }
    }
}
