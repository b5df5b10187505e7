package app.backtrack.tracking.intake;

import app.backtrack.events.EventJson;
import app.backtrack.events.FactEvent;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.tracking.intake.FactDraft.ReportDraft;
import app.backtrack.tracking.intake.FactDraft.RetractionDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says whether a draft is a fact that may enter the log, beyond what its shape says already. */
final class FactRules {
    /** Clocks of telephones run ahead; what lies further ahead is an error. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Keeps journal documents far below the store's limit of 16 MiB. */
    private static final int LARGEST_FACT_BYTES = 8 * 1024;

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private FactRules() {}

    /**
     * Judges a draft.
     *
     * @param earliest the first local date that a fact of this patient may speak of
     * @param now the server's clock
     */
    static Checked check(FactDraft draft, LocalDate earliest, Instant now) {
        return switch (draft) {
            case ReportDraft report -> checkReport(report, earliest, now);
            case RetractionDraft retraction -> checkRetraction(retraction);
        };
    }

    private static Checked checkReport(ReportDraft draft, LocalDate earliest, Instant now) {
        ReportRequest request = draft.request();
        List<Flaw> flaws = new ArrayList<>(reasonFlaws(request));
        flaws.addAll(ContentRules.flaws(request));
        if (!ZONES.contains(request.zone())) {
            flaws.add(Flaw.at("/zone", "is no IANA time zone"));
            return new Checked.Flawed(flaws);
        }
        Instant occurredAt = request.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        LocalDate localDate = LocalDate.ofInstant(occurredAt, ZoneId.of(request.zone()));
        if (occurredAt.isAfter(now.plus(AHEAD))) {
            flaws.add(Flaw.at("/occurredAt", "lies more than 5 minutes ahead"));
        }
        if (localDate.isBefore(earliest)) {
            flaws.add(Flaw.at("/occurredAt", "lies more than a year before the first program's start"));
        }
        flaws.addAll(ContentRules.flawsOfDates(
                request, localDate, LocalDate.ofInstant(now.plus(AHEAD), ZoneId.of(request.zone()))));
        return flaws.isEmpty()
                ? sized(draft.request().toFact(draft.id(), occurredAt, localDate))
                : new Checked.Flawed(flaws);
    }

    private static Checked checkRetraction(RetractionDraft draft) {
        return draft.revision() < 2
                ? new Checked.Flawed(List.of(Flaw.at("/revision", "of a retraction is at least 2")))
                : new Checked.Sound(draft.toFact());
    }

    private static List<Flaw> reasonFlaws(ReportRequest request) {
        boolean original = request.revision() == 1;
        if (original && request.reason() != null) {
            return List.of(Flaw.at("/reason", "is for corrections, from revision 2 on"));
        }
        if (!original && request.reason() == null) {
            return List.of(Flaw.at("/reason", "is needed from revision 2 on"));
        }
        return List.of();
    }

    private static Checked sized(FactEvent fact) {
        return EventJson.write(fact).length > LARGEST_FACT_BYTES
                ? new Checked.Flawed(List.of(Flaw.at("", "is larger than 8 kB")))
                : new Checked.Sound(fact);
    }

    /** The outcome of a check. */
    sealed interface Checked {

        /** May enter the log. */
        record Sound(FactEvent fact) implements Checked {}

        /** May not, and why. */
        record Flawed(List<Flaw> flaws) implements Checked {}
    }
}
