package app.backtrack.tracking.notary;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.sealing.KeyStore;
import app.backtrack.runtime.store.Documents;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.TestClinic;
import app.backtrack.tracking.notary.Finding.Kind;
import com.mongodb.client.MongoCollection;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The notary on a real broker and store. Who rewrites is played by writing to the store behind its back. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotaryIT {

    @Inject
    EventPublisher publisher;

    @Inject
    Verification verification;

    @Inject
    Anchoring anchoring;

    @Inject
    ChainStore chains;

    @Inject
    Documents documents;

    @Inject
    KeyStore keys;

    @Test
    void the_log_is_as_it_was_chained_also_when_a_patient_was_erased_and_what_is_rewritten_is_found() {
        TestClinic clinic = new TestClinic(publisher);
        PatientRef patient = clinic.enrol();
        String chain = "program-events/" + patient.key();
        chained(chain, 1);

        assertThat(findings(patient)).isEmpty();
        keys.destroy(patient);
        assertThat(findings(patient)).isEmpty();

        anchoring.anchor();
        assertThat(findings(patient)).isEmpty();
        Head head = head(chain);

        rewrite(chain, new Document("head", "f" + head.head().substring(1)));
        assertThat(findings(patient)).containsExactly(new Finding(Kind.CHAIN_CHANGED, chain, "-"));

        // As if the last record had never been: log and chain would agree, the anchor does not.
        rewrite(chain, new Document("head", ChainRules.GENESIS).append("count", 0));
        assertThat(findings(patient)).contains(new Finding(Kind.ANCHOR_DIFFERS, chain, "record " + head.count()));

        rewrite(chain, new Document("head", head.head()).append("count", head.count()));
        assertThat(findings(patient)).isEmpty();
    }

    @Test
    void what_comes_again_is_chained_once() {
        TestClinic clinic = new TestClinic(publisher);
        PatientRef patient = clinic.enrol();
        String chain = "program-events/" + patient.key();
        Head head = chained(chain, 1);

        Head again = new Head(chain, 0, 0, ChainRules.GENESIS, -1);
        Head after = new Head(chain, 1, 1, head.head(), head.offset());
        assertThat(chains.append(List.of(new ChainStep(again, chains.links(head), after))))
                .isFalse();

        assertThat(head(chain)).isEqualTo(head);
        assertThat(findings(patient)).isEmpty();
    }

    private List<Finding> findings(PatientRef patient) {
        return verification.run(done -> {}).findings().stream()
                .filter(finding -> finding.chain().endsWith(patient.key()))
                .toList();
    }

    private Head head(String chain) {
        return chains.heads(List.of(chain)).getOrDefault(chain, Head.none(chain));
    }

    private Head chained(String chain, int count) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (head(chain).count() < count && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(head(chain).count()).isEqualTo(count);
        return head(chain);
    }

    private void rewrite(String chain, Document members) {
        MongoCollection<Document> heads = documents.collection("notary-heads");
        heads.updateOne(new Document("_id", chain), new Document("$set", members));
    }
}
