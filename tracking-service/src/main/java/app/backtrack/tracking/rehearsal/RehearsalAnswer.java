package app.backtrack.tracking.rehearsal;

import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.tracking.journal.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule would have fired for a page of patients.
 *
 * @param rule which
 * @param from first local date
 * @param through last local date
 * @param knowledge what it was judged by
 * @param judged how many patients were
 * @param counts on this page
 * @param weeks by ISO week, ascending; weeks in which nothing fired are left out
 * @param patients those for whom it fired or fires, in the order of their ids
 * @param next for the next page; null where this is the last
 */
@Schema(name = "InsightRehearsal")
record RehearsalAnswer(
        @Schema(examples = "pain-spike") InsightRule rule,
        @Schema(examples = "2026-09-01") LocalDate from,
        @Schema(examples = "2026-10-31") LocalDate through,

        @Schema(
                description = "Facts, corrections and decisions as they are known now, not as they were then",
                examples = "as-known-now")
        String knowledge,

        @Schema(description = "How many patients of this page were judged", examples = "50")
        int judged,

        @Schema(description = "On this page; add the pages up")
        Counts counts,

        List<WeekCounts> weeks,
        List<PatientDates> patients,

        @Schema(
                description = "`after` for the next page; left out on the last",
                examples = "0199a3c2-7d2e-7c3a-8b1f-2a3b4c5d6e7f")
        @Nullable
        PatientId next) {

    static RehearsalAnswer of(
            RehearsalRequest request, int judged, List<PatientDates> patients, @Nullable PatientId next) {
        List<PatientDates> fired =
                patients.stream().filter(patient -> !patient.isEmpty()).toList();
        SortedMap<String, Counts> weeks = new TreeMap<>();
        fired.stream().flatMap(PatientDates::weeks).distinct().forEach(week -> weeks.put(week, Counts.of(fired, week)));
        return new RehearsalAnswer(
                request.rule(),
                request.from(),
                request.through(),
                "as-known-now",
                judged,
                Counts.of(fired, null),
                weeks.entrySet().stream()
                        .map(week -> new WeekCounts(
                                week.getKey(),
                                week.getValue().rehearsed(),
                                week.getValue().inForce()))
                        .toList(),
                fired,
                next);
    }

    /**
     * How often it fired.
     *
     * @param rehearsed with the other numbers
     * @param inForce with the numbers in force
     */
    @Schema(name = "InsightRehearsalCounts")
    record Counts(
            @Schema(examples = "14") int rehearsed,
            @Schema(examples = "9") int inForce) {

        static Counts of(List<PatientDates> patients, @Nullable String week) {
            return new Counts(
                    count(patients.stream().flatMap(patient -> patient.rehearsed().stream()), week),
                    count(patients.stream().flatMap(patient -> patient.inForce().stream()), week));
        }

        private static int count(Stream<LocalDate> dates, @Nullable String week) {
            return (int) dates.filter(date -> week == null || IsoWeek.of(date).equals(week))
                    .count();
        }
    }

    /**
     * How often it fired in a week.
     *
     * @param week ISO week
     */
    @Schema(name = "InsightRehearsalWeek")
    record WeekCounts(
            @Schema(examples = "2026-W40") String week,
            @Schema(examples = "3") int rehearsed,
            @Schema(examples = "2") int inForce) {}

    /**
     * When it fired for a patient.
     *
     * @param patientId the pseudonym
     * @param rehearsed dates with the other numbers, ascending
     * @param inForce dates with the numbers in force, ascending
     */
    @Schema(name = "InsightRehearsalPatient")
    record PatientDates(PatientId patientId, List<LocalDate> rehearsed, List<LocalDate> inForce) {

        boolean isEmpty() {
            return rehearsed.isEmpty() && inForce.isEmpty();
        }

        Stream<String> weeks() {
            TreeSet<String> weeks = new TreeSet<>();
            Stream.concat(rehearsed.stream(), inForce.stream()).map(IsoWeek::of).forEach(weeks::add);
            return weeks.stream();
        }
    }
}
