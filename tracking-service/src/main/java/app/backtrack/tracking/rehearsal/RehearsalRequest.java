package app.backtrack.tracking.rehearsal;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.Threshold;
import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule to be rehearsed with other numbers, as a client asks for it. */
@Schema(name = "InsightRehearsalRequest", examples = """
                {"rule":"pain-spike","thresholds":{"spike-points":3},"from":"2026-09-01","through":"2026-10-31"}""")
record RehearsalRequest(
        @Schema(description = "Which rule") @NotNull InsightRule rule,

        @Schema(description = "Numbers of the rule that are to be other than in force, by name; may be empty")
        @NotNull
        @Size(max = 20)
        Map<String, @NotNull BigDecimal> thresholds,

        @Schema(description = "First local date") @NotNull LocalDate from,

        @Schema(description = "Last local date, at most 365 days after the first, and not in the future") @NotNull
        LocalDate through,

        @Schema(description = "Only patients whom this clinician looks after now") @Size(min = 1, max = 200) @Nullable
        String therapist,

        @Schema(description = "`next` of the page before; left out for the first page") @Size(max = 36) @Nullable
        String after,

        @Schema(description = "How many patients to judge", defaultValue = "50") @Min(1) @Max(100) @Nullable
        Integer limit) {

    private static final int MOST_DAYS_LATER = 365;
    private static final int DEFAULT_LIMIT = 50;

    int pageSize() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** The last patient of the page before; null for the first page. */
    @Nullable
    PatientId afterPatient() {
        return after == null ? null : PatientId.of(after);
    }

    /**
     * Refuses what the form alone does not.
     *
     * @param today the latest date that it is anywhere
     * @throws Refusal 422 that names everything
     */
    void check(LocalDate today) {
        List<Flaw> flaws = new ArrayList<>();
        thresholds.forEach((name, value) -> threshold(name, value).ifPresent(flaws::add));
        if (through.isBefore(from) || through.isAfter(from.plusDays(MOST_DAYS_LATER))) {
            flaws.add(Flaw.at("/through", "must be from the day of from to " + MOST_DAYS_LATER + " days later"));
        } else if (through.isAfter(today)) {
            flaws.add(Flaw.at("/through", "must not lie in the future"));
        }
        try {
            afterPatient();
        } catch (IllegalArgumentException e) {
            flaws.add(Flaw.at("/after", "must be next of the page before"));
        }
        if (!flaws.isEmpty()) {
            throw new Refusal(Refusal.invalidProblem(flaws));
        }
    }

    private Optional<Flaw> threshold(String name, BigDecimal value) {
        String pointer = "/thresholds/" + name.replace("~", "~0").replace("/", "~1");
        Optional<Threshold> threshold = WireName.find(Threshold.class, name)
                .filter(known -> RuleText.of(rule).thresholds().contains(known));
        if (threshold.isEmpty()) {
            return Optional.of(Flaw.at(pointer, "must be a number of this rule, see GET /v1/insight-rules"));
        }
        return threshold
                .filter(known -> !known.accepts(value))
                .map(known ->
                        Flaw.at(pointer, "must be from " + known.min() + " to " + known.max() + " " + known.unit()));
    }

    /** What is in force, with the other numbers; after {@link #check}. */
    ClinicSettings rehearsed(ClinicSettings inForce) {
        Map<Threshold, BigDecimal> numbers = new EnumMap<>(Threshold.class);
        numbers.putAll(inForce.thresholds());
        thresholds.forEach(
                (name, value) -> WireName.find(Threshold.class, name).ifPresent(known -> numbers.put(known, value)));
        SortedMap<Threshold, BigDecimal> sorted = new TreeMap<>(numbers);
        return new ClinicSettings(sorted, inForce.quietHours(), inForce.retentionYears(), inForce.therapistsSee());
    }
}
