package app.backtrack.tracking.enrolment;

import app.backtrack.events.PatientRef;
import app.backtrack.events.Topic;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogCondition;
import app.backtrack.runtime.log.LogFollower;
import app.backtrack.runtime.log.LogUnavailable;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Says who is enrolled, from the log alone. A patient whom it does not know is unknown only once the log was read up to
 * its end as it was at the question: somebody enrolled a moment ago can log at once. Nobody is unknown while the log
 * takes nothing in: program-service enrols all the same, and the enrolment is on its way.
 */
@Singleton
public class Enrolments {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LogClients log;
    private final LogCondition condition;
    private final EnrolmentBook book = new EnrolmentBook();

    @Nullable
    private volatile LogFollower follower;

    Enrolments(LogClients log, LogCondition condition) {
        this.log = log;
        this.condition = condition;
    }

    void start(@Observes StartupEvent started) {
        follower = log.follow(Topic.PROGRAM_EVENTS, book::enter);
    }

    /** Whether the patient agrees no longer that what they report is taken in, as far as the log was read. */
    public boolean isConsentWithdrawn(PatientRef patient) {
        return book.isWithdrawn(patient);
    }

    /**
     * The first local date that a fact of this patient may speak of; empty for a patient who is not enrolled.
     *
     * @return a future that never blocks its caller; fails with {@link LogUnavailable} where it cannot be known now
     */
    public CompletableFuture<Optional<LocalDate>> earliest(PatientRef patient) {
        Optional<LocalDate> known = book.earliest(patient);
        LogFollower reader = follower;
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known);
        }
        if (reader == null) {
            return CompletableFuture.failedFuture(new LogUnavailable("enrolments are not followed yet"));
        }
        // Goes on elsewhere, so that the reader's thread is free for reading.
        return reader.caughtUp(PATIENCE).thenCombineAsync(condition.takesEventsIn(PATIENCE), (caughtUp, complete) -> {
            Optional<LocalDate> now = book.earliest(patient);
            if (now.isEmpty() && !(caughtUp && complete)) {
                throw new LogUnavailable("enrolments are not read to their end, or may be on their way");
            }
            return now;
        });
    }
}
