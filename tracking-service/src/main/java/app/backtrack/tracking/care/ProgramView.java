package app.backtrack.tracking.care;

import app.backtrack.events.schedule.ProgramHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A program with every version that is known of it.
 *
 * @param versions ascending by number, each once; never empty
 */
public record ProgramView(List<ProgramVersion> versions) {

    public ProgramView {
        versions = List.copyOf(versions);
    }

    /** The version with the highest number. */
    public ProgramVersion current() {
        return versions.getLast();
    }

    /** The first patient-local date on which the program is over; empty while it is not. */
    public Optional<LocalDate> endedOn() {
        return ended(current()) ? Optional.of(current().effectiveFrom()) : Optional.empty();
    }

    /**
     * The version under which the program was under way on {@code date}: it has started and not been ended. A paused
     * program is still under way, and a start dated back counts from its date.
     */
    public Optional<ProgramVersion> underWayOn(LocalDate date) {
        ProgramVersion inForce = versions.getFirst();
        for (ProgramVersion version : versions) {
            inForce = version.effectiveFrom().isAfter(date) ? inForce : version;
        }
        boolean started = !inForce.plan().startsOn().isAfter(date);
        return started && !ended(inForce) ? Optional.of(inForce) : Optional.empty();
    }

    /** As the rules of what is due read it. */
    ProgramHistory history(UUID programId) {
        return new ProgramHistory(
                programId, versions.stream().map(ProgramVersion::planVersion).toList());
    }

    /** With one more version; of the same version twice, the one recorded first is kept. */
    ProgramView with(ProgramVersion version) {
        return new ProgramView(Decided.with(versions, version));
    }

    /** What was known of the program at an instant; empty where that is nothing. */
    Optional<ProgramView> asOf(Instant instant) {
        List<ProgramVersion> known = Decided.asOf(versions, instant);
        return known.isEmpty() ? Optional.empty() : Optional.of(new ProgramView(known));
    }

    private static boolean ended(ProgramVersion version) {
        return switch (version.status()) {
            case ACTIVE, PAUSED -> false;
            case COMPLETED, STOPPED -> true;
        };
    }
}
