package app.backtrack.events.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A program with every version that is known of it; whoever asks for a state of knowledge leaves later ones out
 * ({@link #asOf}).
 *
 * @param programId names it
 * @param versions ascending by number, each number once; never empty
 */
public record ProgramHistory(UUID programId, List<PlanVersion> versions) {

    /** Keeps a copy in the order of the numbers, and refuses an empty history or a number that stands twice. */
    public ProgramHistory {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(PlanVersion::version))
                .toList();
        long numbers =
                versions.stream().mapToInt(PlanVersion::version).distinct().count();
        if (numbers == 0 || numbers < versions.size()) {
            throw new IllegalArgumentException("a program has versions, each number once");
        }
    }

    /**
     * The version in force on a date: in the order of their numbers, the last whose {@code effectiveFrom} has come. The
     * first one known counts back.
     */
    public PlanVersion inForceOn(LocalDate date) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!versions.get(i).effectiveFrom().isAfter(date)) {
                return versions.get(i);
            }
        }
        return versions.getFirst();
    }

    /** What was known of the program at an instant; empty where that is nothing. */
    public Optional<ProgramHistory> asOf(Instant instant) {
        List<PlanVersion> known = versions.stream()
                .filter(version -> !version.recordedAt().isAfter(instant))
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new ProgramHistory(programId, known));
    }

    /** When it was prescribed, UTC. */
    Instant prescribedAt() {
        return versions.getFirst().recordedAt();
    }
}
