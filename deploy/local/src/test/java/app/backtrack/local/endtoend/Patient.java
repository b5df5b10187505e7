package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A patient, as the clinic's software speaks for them.
 *
 * @param clinic theirs, and only theirs
 * @param id their pseudonym
 */
record Patient(Clinic clinic, UUID id) {
    /** The record in program-service. */
    URI record() {
        return clinic.system().urls().program().resolve("/v1/patients/" + id);
    }

    URI program(UUID programId) {
        return URI.create(record() + "/programs/" + programId);
    }

    /** What tracking-service holds. */
    URI tracked(String tail) {
        return clinic.system().urls().tracking().resolve("/v1/patients/" + id + "/" + tail);
    }

    /** Sends one fact by its own request. */
    Answer send(Fact fact) {
        return send(fact, clinic.system().urls().tracking());
    }

    /** Sends one fact to one of several tracking-services. */
    Answer send(Fact fact, URI tracking) {
        URI url = tracking.resolve("/v1/patients/" + id + "/" + fact.tail());
        return fact.isRetraction() ? Api.delete(url, clinic.token()) : Api.put(url, clinic.token(), fact.content());
    }

    /** Sends a fact again and again until it is taken. */
    void sendUntilTaken(Fact fact) {
        Eventually.get(() -> send(fact).is(202));
    }

    /** Returns when progress and timeline show these facts, each of them once, and no others. */
    void awaitExactly(List<Fact> facts) {
        Eventually.holds(() -> assertThat(PlainProgress.shown(progress(4))).isEqualTo(PlainProgress.of(facts)));
        assertThat(timeline()).hasSize(facts.size());
    }

    /** Sends facts one by one, each of them taken at once; answers the position of the last. */
    String sendAll(List<Fact> facts) {
        String position = "";
        for (Fact fact : facts) {
            position = send(fact).is(202).header("Backtrack-Position");
        }
        return position;
    }

    /** Sends facts as one journal; answers its position. */
    String sendJournal(List<Fact> facts) {
        List<Map<String, Object>> items =
                facts.stream().map(fact -> fact.item(id)).toList();
        Answer answer = Api.post(clinic.system().urls().tracking().resolve("/v1/journal"), clinic.token(), items)
                .is(200);
        assertThat(answer.json())
                .hasSize(facts.size())
                .allSatisfy(result -> assertThat(result.path("status").asText())
                        .as("%s", result)
                        .isEqualTo("accepted"));
        return answer.header("Backtrack-Position");
    }

    /** The progress as soon as what a position names is in it. */
    JsonNode progressAfter(String position, int weeks) {
        return Eventually.get(() -> {
            Answer answer = Api.get(tracked("progress?weeks=" + weeks + "&after=" + position), clinic.therapistToken());
            assertThat(answer.is(200).header("Backtrack-Applied")).isEqualTo("true");
            return answer.json();
        });
    }

    JsonNode progress(int weeks) {
        return Api.get(tracked("progress?weeks=" + weeks), clinic.therapistToken())
                .is(200)
                .json();
    }

    /** What was found out about the patient, told or not. */
    List<JsonNode> insights() {
        List<JsonNode> insights = new ArrayList<>();
        Api.get(tracked("insights"), clinic.therapistToken()).is(200).json().forEach(insights::add);
        return insights;
    }

    /** Where it stands who read and wrote the patient's data. */
    URI accessLog() {
        return tracked("access-log?limit=200");
    }

    /** Every revision of a fact in the timeline, page after page. */
    List<JsonNode> timeline() {
        List<JsonNode> entries = new ArrayList<>();
        Optional<URI> next = Optional.of(tracked("timeline?limit=200"));
        while (next.isPresent()) {
            Answer page = Api.get(next.get(), clinic.therapistToken()).is(200);
            page.json().forEach(entry -> {
                if (!List.of("decided", "told").contains(entry.path("change").asText())) {
                    entries.add(entry);
                }
            });
            next = page.nextPage().map(next.get()::resolve);
        }
        return entries;
    }
}
