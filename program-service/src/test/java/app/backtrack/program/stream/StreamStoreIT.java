package app.backtrack.program.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamStoreIT {
    private final Streams streams = new Streams();

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void what_was_appended_is_read_back_in_order() {
        streams.begun().append(1);

        assertThat(streams.read())
                .isEqualTo(new EventStream<>(streams.id, List.of(streams.event(1), streams.event(2)), 0));
    }

    @Test
    void a_stream_begins_once() {
        streams.begun();

        assertThat(streams.store.begin(streams.id, streams.event(1), new Document("owner", "another")))
                .isFalse();
        assertThat(streams.read().version()).isEqualTo(1);
    }

    @Test
    void what_may_be_held_once_is_held_once() {
        streams.begun();

        assertThat(streams.store.begin(
                        UUID.randomUUID().toString(), streams.event(1), new Document("owner", streams.id)))
                .isFalse();
    }

    @Test
    void an_append_to_a_version_that_has_passed_changes_nothing() {
        streams.begun().append(1);

        assertThat(streams.append(1)).isFalse();
        assertThat(streams.store.append("unknown", 1, streams.event(2), new Document()))
                .isFalse();
        assertThat(streams.read().version()).isEqualTo(2);
    }

    @Test
    void events_that_happened_together_are_appended_all_or_none() {
        streams.begun();

        assertThat(streams.store.append(
                        streams.id, 1, List.of(streams.event(2), streams.event(3)), new Document("note", 1)))
                .isTrue();
        assertThat(streams.store.append(
                        streams.id, 2, List.of(streams.event(3), streams.event(4)), new Document("note", 2)))
                .isFalse();
        assertThat(streams.read())
                .isEqualTo(
                        new EventStream(streams.id, List.of(streams.event(1), streams.event(2), streams.event(3)), 0));
        assertThat(streams.append(3)).isTrue();
    }

    @Test
    void a_stream_may_begin_with_several_events() {
        assertThat(streams.store.begin(
                        streams.id, List.of(streams.event(1), streams.event(2)), new Document("owner", streams.id)))
                .isTrue();
        assertThat(streams.read().version()).isEqualTo(2);
        assertThat(streams.append(2)).isTrue();
    }

    @Test
    void of_racing_appends_to_one_version_one_wins() {
        streams.begun();

        long winners = IntStream.range(0, 16)
                .parallel()
                .filter(racer -> streams.append(1))
                .count();

        assertThat(winners).isEqualTo(1);
        assertThat(streams.read().version()).isEqualTo(2);
    }

    @Test
    void what_was_published_never_goes_back() {
        streams.begun().append(1);

        streams.store.published(streams.id, 2);
        streams.store.published(streams.id, 1);

        assertThat(streams.read().publishedVersion()).isEqualTo(2);
        assertThat(streams.store.unpublished(10)).isEmpty();
    }

    @Test
    void a_stream_that_moved_on_while_it_was_published_stays_flagged() {
        streams.begun().append(1);

        streams.store.published(streams.id, 1);

        assertThat(streams.store.unpublished(10)).containsExactly(streams.id);
        assertThat(streams.read().unpublished()).isEqualTo(List.of(streams.event(2)));
    }
}
