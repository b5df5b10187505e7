package app.backtrack.tracking.reading;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.position.Position;
import app.backtrack.tracking.position.PositionTokens;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.projection.AppliedPositions;
import app.backtrack.tracking.projection.CareFold;
import app.backtrack.tracking.projection.ProgressDocument;
import app.backtrack.tracking.projection.ProgressStore;
import app.backtrack.tracking.trend.Window;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a patient's progress as it was asked for: over which window, as known when, and after which fact. */
@Singleton
class ProgressReader {
    private final KnownPatients patients;
    private final ProgressStore store;
    private final PatientJournal journals;
    private final AppliedPositions positions;
    private final PositionTokens tokens;
    private final Clock clock;

    ProgressReader(
            KnownPatients patients,
            ProgressStore store,
            PatientJournal journals,
            AppliedPositions positions,
            PositionTokens tokens,
            Clock clock) {
        this.patients = patients;
        this.store = store;
        this.journals = journals;
        this.positions = positions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The patient's progress; waits up to 2 s for the fact that {@code after} names.
     *
     * @param after a position of this patient; null for whatever is there
     * @throws Refusal 404 for an unknown patient, 422 for a position that is not theirs
     */
    Reading read(String patientId, ProgressQuery query, @Nullable String after) {
        PatientRef patient = patients.required(patientId);
        Optional<ProgressDocument> awaited = after == null ? Optional.empty() : await(patient, after);
        Boolean applied = after == null ? null : Boolean.valueOf(awaited.isPresent());
        ProgressView view = query.asOf() == null
                ? awaited.orElseGet(() -> store.read(patient)).view()
                : asOf(patient, query.asOf());
        LocalDate today = view.care().patient().today(clock.instant());
        LocalDate until = query.until() == null ? today : query.until();
        return new Reading(
                patient, view, new Window(until, query.weeks()), knownToday(view, query.asOf(), today), query, applied);
    }

    private Optional<ProgressDocument> await(PatientRef patient, String after) {
        Position position = tokens.read(after, patient)
                .orElseThrow(() ->
                        Refusal.invalid(Flaw.ofParameter("after", "must be a Backtrack-Position of this patient")));
        return positions.await(patient, position);
    }

    private ProgressView asOf(PatientRef patient, Instant known) {
        Journal journal = journals.read(patient);
        return ProgressProjection.foldAsOf(CareFold.of(journal), journal.all(), known);
    }

    private static LocalDate knownToday(ProgressView view, @Nullable Instant asOf, LocalDate today) {
        LocalDate then = asOf == null ? today : view.care().patient().today(asOf);
        return then.isBefore(today) ? then : today;
    }

    /**
     * What was read.
     *
     * @param patient whose it is
     * @param view the progress
     * @param window the days to look at
     * @param today the patient's date at the time of reading, or at the instant of knowledge where that is earlier: no
     *     later day can be known of
     * @param query what was asked for
     * @param applied whether the fact that was waited for is in it; null where none was
     */
    record Reading(
            PatientRef patient,
            ProgressView view,
            Window window,
            LocalDate today,
            ProgressQuery query,
            @Nullable Boolean applied) {

        /** The last date that anything can be known of: the window's last, or today. */
        LocalDate through() {
            return window.until().isBefore(today) ? window.until() : today;
        }

        /** 200 with the answer, and whether the awaited fact is in it. */
        Response answer(Object answer) {
            Response.ResponseBuilder response = Response.ok(answer);
            if (applied != null) {
                response.header("Backtrack-Applied", applied);
            }
            return response.build();
        }
    }
}
