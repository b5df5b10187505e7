package app.backtrack.runtime.erasure;

import app.backtrack.events.Actor;
import app.backtrack.events.ErasureEvent.ErasedPlace;
import app.backtrack.events.ErasureEvent.PatientDataErased;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.runtime.erasure.ErasureStore.Round;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.register.Erasure;
import app.backtrack.runtime.register.ErasureConfig;
import app.backtrack.runtime.sealing.KeyStore;
import app.backtrack.runtime.sealing.KeyStore.Lookup;
import app.backtrack.runtime.sealing.TinkSealing;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the next step of one erasure in this service: the key first, then the documents; once more after the longest
 * time that a process can still know the key; each time with a report to the log. Every step can be taken twice.
 */
@Singleton
class Eraser {
    /** The number of the first round. */
    private static final int AT_ONCE = 1;
    /** The number of the round when no process can know the key any more. */
    private static final int AFTERWARDS = 2;
    /** How long a batch may be under way before somebody is told. */
    private static final Duration BATCH = Duration.ofSeconds(30);

    private final KeyStore keys;
    private final List<PatientTraces> traces;
    private final TraceStore everywhere;
    private final ErasureStore rounds;
    private final EventPublisher log;
    private final String service;
    private final boolean tells;
    private final Duration againAfter;

    Eraser(
            KeyStore keys,
            @All List<PatientTraces> traces,
            TraceStore everywhere,
            ErasureStore rounds,
            EventPublisher log,
            ErasureConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.keys = keys;
        this.traces = List.copyOf(traces);
        this.everywhere = everywhere;
        this.rounds = rounds;
        this.log = log;
        this.service = service;
        this.tells = config.tells();
        this.againAfter = config.againAfter();
        Duration least = TinkSealing.MAX_CACHE_AGE.plus(BATCH);
        if (againAfter.compareTo(least) < 0) {
            throw new IllegalArgumentException("backtrack.erasure.again-after must not be below " + least);
        }
    }

    /**
     * Destroys the key, where a restore has brought it back.
     *
     * @return whether it was there
     */
    boolean destroyKey(PatientRef patient) {
        boolean there = !(keys.find(patient) instanceof Lookup.Destroyed);
        keys.destroy(patient); // also where there is a tombstone: a crash may have left the key beside it
        return there;
    }

    /** Deletes what a restore has brought back; empty if that was nothing, or the first round is still to come. */
    Optional<Round> eraseRestored(Erasure erasure, Instant now) {
        List<Round> before = rounds.rounds(erasure.patient());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        List<ErasedPlace> places = erase(erasure.patient());
        return places.stream().allMatch(place -> place.documents() == 0)
                ? Optional.empty()
                : Optional.of(note(erasure, new Round(further(before), now, places, false)));
    }

    /** One more round after a restore, whatever it finds. */
    void again(Erasure erasure, Instant now) {
        run(erasure, further(rounds.rounds(erasure.patient())), now);
    }

    /**
     * Takes the step that is due.
     *
     * @return whether nothing is left to do
     */
    boolean advance(Erasure erasure, Instant now) {
        List<Round> known = rounds.rounds(erasure.patient());
        for (Round round : known) {
            if (!round.told()) {
                tell(erasure, round);
            }
        }
        if (known.isEmpty()) {
            var unused = destroyKey(erasure.patient());
            run(erasure, AT_ONCE, now);
            return false;
        }
        if (known.stream().noneMatch(round -> round.number() == AFTERWARDS)) {
            if (now.isBefore(known.getFirst().at().plus(againAfter))) {
                return false;
            }
            run(erasure, AFTERWARDS, now);
        }
        return true;
    }

    private static int further(List<Round> before) {
        return Math.max(AFTERWARDS, before.getLast().number()) + 1;
    }

    private void run(Erasure erasure, int number, Instant now) {
        tell(erasure, note(erasure, new Round(number, now, erase(erasure.patient()), false)));
    }

    private List<ErasedPlace> erase(PatientRef patient) {
        List<ErasedPlace> places = new ArrayList<>();
        traces.forEach(trace -> places.addAll(trace.erase(patient)));
        places.addAll(everywhere.erase(patient));
        return places;
    }

    private Round note(Erasure erasure, Round round) {
        return rounds.ran(erasure.patient(), round);
    }

    /** The others hear of the erasure only when the key is gone, and what would come back from here is gone too. */
    private void tell(Erasure erasure, Round round) {
        if (tells) {
            log.publish(erasure.event()).join();
        }
        Actor actor = new Actor(Role.BACKTRACK, service);
        PatientDataErased report = new PatientDataErased(service, round.number(), round.places());
        String id = "erasure/" + service + "/" + round.number();
        log.publish(new EventEnvelope<>(
                        id,
                        erasure.patient(),
                        round.at(),
                        actor,
                        null,
                        erasure.event().id(),
                        report))
                .join();
        rounds.told(erasure.patient(), round.number());
    }
}
