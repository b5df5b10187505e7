package app.backtrack.tracking.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.caseload.Ward;
import app.backtrack.tracking.projection.JournalProjector;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineResourceIT {
    private static final String FACTS = "findAll { it.change != 'decided' }";

    @Inject
    EventPublisher publisher;

    @Inject
    JournalProjector projector;

    private TestClinic clinic;
    private PatientRef patient;
    private Api therapist;

    @BeforeEach
    void a_patient() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        therapist = Api.as(clinic.therapist());
    }

    @Test
    void every_revision_is_there_newest_first_with_who_wrote_it() {
        UUID id = UUID.randomUUID();
        Api self = Api.as(clinic.patient(patient));
        Instant at = Instant.now();
        self.put(patient, "pain-scores", id, Api.score(1, 7, at, null)).statusCode(202);
        therapist
                .put(patient, "pain-scores", id, Api.score(2, 3, at, "wrong-value"))
                .statusCode(202);
        self.retract(patient, "pain-scores", id, 3).statusCode(202);
        applied(self.put(patient, "pain-scores", id, Api.score(4, 3, at, "restored"))
                .extract()
                .header("Backtrack-Position"));

        therapist
                .get(patient, "timeline")
                .statusCode(200)
                .header("Link", nullValue())
                .body(FACTS + ".revision", contains(4, 3, 2, 1))
                .body(FACTS + ".change", contains("restored", "retracted", "corrected", "reported"))
                .body(FACTS + ".counts", contains(true, false, false, false))
                .body(FACTS + ".conflict", everyItem(is(false)))
                .body(FACTS + ".reason", contains("restored", "entered-in-error", "wrong-value", null))
                .body(FACTS + ".by.role", contains("patient", "patient", "therapist", "patient"))
                .body(FACTS + ".by.id[2]", equalTo(clinic.therapistId()))
                .body(FACTS + ".content.score", contains(3, null, 3, 7));
    }

    @Test
    void two_contents_of_one_revision_are_a_conflict_and_both_are_kept() {
        UUID id = UUID.randomUUID();
        Instant at = Instant.now();
        therapist.put(patient, "pain-scores", id, Api.score(1, 7, at, null)).statusCode(202);
        applied(therapist
                .put(patient, "pain-scores", id, Api.score(1, 2, at, null))
                .extract()
                .header("Backtrack-Position"));

        therapist
                .get(patient, "timeline")
                .body(FACTS, hasSize(2))
                .body(FACTS + ".conflict", everyItem(is(true)))
                .body(FACTS + ".findAll { it.counts }", hasSize(1));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        String position = "";
        for (int n = 0; n < 7; n++) {
            position = therapist
                    .put(patient, "pain-scores", UUID.randomUUID(), Api.score(n))
                    .extract()
                    .header("Backtrack-Position");
        }
        applied(position);

        List<Integer> scores = new ArrayList<>();
        @Nullable String next = "/v1/patients/" + patient.patient() + "/timeline?limit=3";
        while (next != null) {
            var page = therapist.get(next).statusCode(200).extract();
            scores.addAll(page.jsonPath().getList(FACTS + ".content.score", Integer.class));
            String link = page.header("Link");
            URI uri = link == null ? null : URI.create(link.substring(1, link.indexOf('>')));
            next = uri == null ? null : uri.getRawPath() + "?" + uri.getRawQuery();
        }

        assertThat(scores).containsExactly(6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void decisions_stand_beside_the_facts_with_who_made_them_and_the_date_they_hold_from() {
        PatientRef other = decidedUpon();

        Api.as(clinic.admin())
                .get(other, "timeline")
                .statusCode(200)
                .body("kind", contains("alert", "program", "patient", "patient"))
                .body("change", everyItem(is("decided")))
                .body("counts", everyItem(is(true)))
                .body("by.role", everyItem(is("therapist")))
                .body("[0].type", is("app.backtrack.alert-closed.v1"))
                .body("[0].content.outcome", is("not-relevant"))
                .body("[1].revision", is(1))
                .body("[1].localDate", is(Ward.TODAY.toString()))
                .body("[2].content.therapists", contains("theo.b"))
                .body("[3].content.zone", is("UTC"));
    }

    @Test
    void who_was_told_of_an_alert_stands_in_the_timeline_that_the_patient_sees() {
        PatientRef other = decidedUpon();
        UUID notification = UUID.randomUUID();
        projector.handle(List.of(new EventEnvelope<>(
                "notification/" + notification,
                other,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                new Actor(Role.BACKTRACK, "notification-service"),
                null,
                null,
                new NotificationSent(notification, "silence/1/2026-11-18", NotificationChannel.EMAIL, "theo.b", 1))));

        Api.as(Tokens.patient(other.clinic().value(), other.patient().toString()))
                .get(other, "timeline")
                .statusCode(200)
                .rootPath("find { it.change == 'told' }")
                .body("kind", is("alert"))
                .body("counts", is(true))
                .body("id", is("silence/1/2026-11-18"))
                .body("content.recipient", is("theo.b"))
                .body("content.channel", is("email"))
                .body("by.role", is("backtrack"));
    }

    @Test
    void as_of_a_moment_before_a_correction_the_old_value_is_what_counted() {
        UUID id = UUID.randomUUID();
        Instant at = Instant.now();
        therapist.put(patient, "pain-scores", id, Api.score(1, 7, at, null)).statusCode(202);
        Instant then = Instant.now().plusMillis(1);
        while (Instant.now().isBefore(then.plusMillis(1))) {
            Thread.onSpinWait();
        }
        applied(therapist
                .put(patient, "pain-scores", id, Api.score(2, 3, at, "wrong-value"))
                .extract()
                .header("Backtrack-Position"));

        therapist
                .get(patient, "timeline?asOf=" + then)
                .body(FACTS + ".content.score", contains(7))
                .body(FACTS + ".counts", contains(true));
        therapist.get(patient, "progress?asOf=" + then).body("days.pain", contains(7.0f));
        therapist.get(patient, "progress").body("days.pain", contains(3.0f));
        therapist
                .get(patient, "events?ids=pain-score/" + id + "/1&asOf=" + then)
                .body("facts[0].revisions", hasSize(1));
    }

    @Test
    void a_number_leads_to_its_events_with_their_history() {
        UUID kept = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        Instant at = Instant.now();
        therapist.put(patient, "pain-scores", kept, Api.score(1, 7, at, null)).statusCode(202);
        therapist
                .put(patient, "pain-scores", kept, Api.score(2, 3, at, "wrong-value"))
                .statusCode(202);
        therapist.put(patient, "pain-scores", gone, Api.score(1, 9, at, null)).statusCode(202);
        applied(therapist.retract(patient, "pain-scores", gone, 2).extract().header("Backtrack-Position"));

        String span = "&from=" + Ward.TODAY.minusDays(1) + "&through=" + Ward.TODAY.plusDays(1);
        therapist
                .get(patient, "events?kind=pain-score&context=average-24h" + span)
                .statusCode(200)
                .body("facts", hasSize(2))
                .body("facts.find { it.id == '%s' }.counts".formatted(gone), is(false))
                .body("facts.find { it.id == '%s' }.revisions.counts".formatted(kept), contains(false, true))
                .body("facts.find { it.id == '%s' }.revisions.content.score".formatted(kept), contains(7, 3));
        therapist.get(patient, "events?kind=pain-score&context=now" + span).body("facts", hasSize(0));
        therapist.get(patient, "events?kind=session" + span).body("facts", hasSize(0));
        therapist
                .get(patient, "events?ids=pain-score/" + kept + "/2,pain-score/none/1")
                .body("facts.id", contains(kept.toString()))
                .body("facts[0].revisions.revision", contains(1, 2))
                .body("unknown", contains("pain-score/none/1"));
    }

    @Test
    void decisions_can_be_asked_for_by_their_ids() {
        PatientRef other = decidedUpon();

        Api.as(clinic.admin())
                .get(other, "events?ids=patient/" + other.patient() + "/2")
                .body("facts", hasSize(0))
                .body("decisions.content.therapists", contains(List.of("theo.b")))
                .body("unknown", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=mood&from=2026-11-01&through=2026-11-02",
                "ids=a&kind=session",
                "ids=a,,b",
                "context=now&kind=session&from=2026-11-01&through=2026-11-02",
                "from=yesterday&kind=session&through=2026-11-02",
                "through=2026-10-31&from=2026-11-01&kind=session",
                "through=2027-11-02&from=2026-11-01&kind=session",
                "asOf=noon&ids=a"
            })
    void a_bad_question_about_events_is_refused_by_name(String query) {
        therapist
                .get(patient, "events?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=ten", "cursor=nonsense", "cursor=AAAA", "asOf=today"})
    void a_bad_parameter_is_refused(String query) {
        therapist
                .get(patient, "timeline?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }

    /** Somebody of whom clinicians decided something, one thing after the other. */
    private PatientRef decidedUpon() {
        PatientRef other = clinic.stranger();
        EventEnvelope<?> enrolled = Ward.enrolled(other, "thea.a");
        publisher.publish(enrolled).join();
        projector.handle(List.of(enrolled));
        projector.handle(List.of(Ward.assigned(other, 2, "theo.b")));
        projector.handle(List.of(Ward.prescribed(other, Ward.TODAY)));
        projector.handle(List.of(Ward.closed(other, "silence/1/2026-11-18")));
        return other;
    }

    private void applied(String position) {
        therapist.get(patient, "progress?after=" + position).header("Backtrack-Applied", "true");
    }
}
