package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventCodec.Decoded;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What patients report is random enough to find what samples do not: any fact survives, unchanged and valid. */
@Domain(Facts.class)
class FactRoundTripTest {
    private final EventCodec codec = new EventCodec(new FixedKeySealing());

    @Property(tries = 300)
    void any_fact_survives_the_log(@ForAll FactEvent fact) throws Exception {
        EventEnvelope<?> envelope = Envelopes.of(fact);

        assertThat(codec.decode(codec.encode(envelope))).isEqualTo(new Decoded.Event(envelope));
    }

    @Property(tries = 300)
    void any_fact_is_written_in_canonical_form_and_valid(@ForAll FactEvent fact) throws Exception {
        byte[] json = EventJson.write(fact);

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(PlainJson.canonical(json));
        assertThat(Schemas.flaws(EventType.of(fact).schemaResource(), json)).isEmpty();
    }
}
