package app.backtrack.tracking.notary;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.runtime.log.RawRecord;
import app.backtrack.runtime.log.RawRecord.Header;
import app.backtrack.tracking.notary.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonRulesTest {
    private static final String CHAIN = "access-events/harbour-physio/p-1";

    private final List<RawRecord> records = List.of(record(0), record(1), record(2));
    private final List<Link> chained = links(records);

    @Test
    void one_flipped_byte_of_value_key_or_attribute_is_found_and_named() {
        RawRecord original = records.get(1);
        List<RawRecord> flips = new ArrayList<>();
        byte[] value = value(original);
        for (int i = 0; i < value.length; i++) {
            flips.add(with(original, original.key(), original.headers(), flipped(value, i)));
        }
        for (int i = 0; i < original.key().length; i++) {
            flips.add(with(original, flipped(original.key(), i), original.headers(), value(original)));
        }
        for (int i = 1; i < original.headers().size(); i++) {
            List<Header> headers = new ArrayList<>(original.headers());
            Header header = headers.get(i);
            headers.set(i, new Header(header.name(), flipped(requireNonNull(header.value()), 0)));
            flips.add(with(original, original.key(), headers, value(original)));
        }

        assertThat(flips)
                .hasSizeGreaterThan(40)
                .allSatisfy(flip -> assertThat(compare(chained, links(List.of(records.get(0), flip, records.get(2)))))
                        .containsExactly(new Finding(Kind.DIFFERS, CHAIN, "event-1")));
    }

    @Test
    void a_record_that_is_gone_that_was_slipped_in_or_moved_is_named() {
        assertThat(compare(chained, links(List.of(records.get(0), records.get(2)))))
                .containsExactly(new Finding(Kind.MISSING, CHAIN, "event-1"));
        assertThat(compare(chained, links(List.of(records.get(0), record(9), records.get(1), records.get(2)))))
                .containsExactly(new Finding(Kind.EXTRA, CHAIN, "event-9"));
        assertThat(compare(chained, links(List.of(records.get(0), records.get(2), records.get(1)))))
                .containsExactly(new Finding(Kind.REORDERED, CHAIN, "-"));
    }

    @Test
    void what_came_in_since_the_notary_last_read_is_nobodys_doing() {
        List<RawRecord> longer = new ArrayList<>(records);
        longer.add(record(3));

        assertThat(compare(chained, links(longer))).isEmpty();
    }

    @Test
    void a_chain_that_was_changed_to_fit_a_changed_log_does_not_lead_to_its_head() {
        List<Link> forged = new ArrayList<>(chained);
        forged.set(1, links(List.of(record(7))).getFirst());

        assertThat(ComparisonRules.compare(head(chained), forged, forged))
                .containsExactly(new Finding(Kind.CHAIN_CHANGED, CHAIN, "-"));
    }

    @Test
    void a_trace_context_and_the_order_of_headers_make_no_difference() {
        RawRecord original = records.getFirst();
        List<Header> headers = new ArrayList<>(original.headers());
        Collections.reverse(headers);
        headers.add(new Header("traceparent", "00-1-2-01".getBytes(StandardCharsets.UTF_8)));

        assertThat(ChainRules.digest(with(original, original.key(), headers, value(original))))
                .isEqualTo(ChainRules.digest(original));
    }

    private static List<Finding> compare(List<Link> chained, List<Link> logged) {
        return ComparisonRules.compare(head(chained), chained, logged);
    }

    private static Head head(List<Link> links) {
        String head = ChainRules.head(links.stream().map(Link::digest).toList());
        return new Head(CHAIN, 1, links.size(), head, links.size() - 1);
    }

    private static List<Link> links(List<RawRecord> of) {
        return of.stream()
                .map(record -> new Link(record.header("ce_id"), ChainRules.digest(record)))
                .toList();
    }

    private static RawRecord record(int number) {
        return new RawRecord(
                "access-events",
                0,
                number,
                bytes("p-1"),
                List.of(
                        new Header("ce_id", bytes("event-" + number)),
                        new Header("ce_clinicid", bytes("harbour-physio")),
                        new Header("ce_type", bytes("app.backtrack.patient-data-read.v1")),
                        new Header("content-type", bytes("application/json"))),
                bytes("{\"keyId\":\"1f\",\"sealed\":\"c2VhbGVkIGJ5dGVz" + number + "\"}"));
    }

    private static RawRecord with(RawRecord of, byte[] key, List<Header> headers, byte[] value) {
        return new RawRecord(of.topic(), of.partition(), of.offset(), key, headers, value);
    }

    private static byte[] value(RawRecord of) {
        return requireNonNull(of.value());
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
