package app.backtrack.tracking.monitoring;

import app.backtrack.tracking.export.CsvTable;
import app.backtrack.tracking.monitoring.MonitoringLedger.Day;
import app.backtrack.tracking.monitoring.MonitoringLedger.Month;
import app.backtrack.tracking.monitoring.MonitoringLedger.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/** Lays a ledger out as one table: a row for each period, each of its days, and each month. */
final class MonitoringTable {

    private MonitoringTable() {}

    /** The header alone. */
    static CsvTable empty() {
        return new CsvTable(
                "record", "patient_id", "from", "until", "complete", "days", "minutes", "live", "codes", "event_ids");
    }

    static CsvTable of(MonitoringLedger ledger) {
        CsvTable table = empty();
        for (Period period : ledger.periods()) {
            table.add(
                    "period",
                    ledger.patientId(),
                    period.from(),
                    period.until(),
                    period.complete(),
                    period.days(),
                    null,
                    null,
                    joined(period.codes()),
                    null);
            for (Day day : period.counted()) {
                table.add(
                        "day",
                        ledger.patientId(),
                        day.date(),
                        day.date(),
                        null,
                        1,
                        null,
                        null,
                        null,
                        joined(day.eventIds()));
            }
        }
        for (Month month : ledger.months()) {
            YearMonth span = YearMonth.parse(month.month());
            table.add(
                    "month",
                    ledger.patientId(),
                    span.atDay(1),
                    span.atEndOfMonth(),
                    span.atEndOfMonth().isBefore(ledger.until()),
                    null,
                    month.minutes(),
                    month.live(),
                    joined(month.codes()),
                    joined(month.eventIds()));
        }
        return table;
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
