package app.backtrack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.bench.load.Caller.Reply;
import app.backtrack.bench.load.Load.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadTest {
    private static final Call SCORE = new Call(HttpMethod.PUT, 1, "/", "", "{}", 1);
    private static final Call JOURNAL = new Call(HttpMethod.POST, 1, "/", "", "[]", 3);

    @Test
    void a_stall_is_charged_to_all_that_would_have_come_meanwhile() {
        List<Promise<Reply>> waiting = new ArrayList<>();
        // Nothing is answered before the tenth request, which comes 90 ms after the first was to begin.
        Load load = new Load(
                call -> {
                    Promise<Reply> answer = Promise.promise();
                    waiting.add(answer);
                    if (waiting.size() == 10) {
                        waiting.forEach(one -> one.complete(reply(202, "")));
                    }
                    return answer.future();
                },
                () -> SCORE);

        Outcome outcome = load.open(100, Duration.ofMillis(100));

        assertThat(outcome.taken()).isEqualTo(10);
        assertThat(outcome.millis(100)).isGreaterThanOrEqualTo(90);
        assertThat(outcome.millis(50)).isGreaterThanOrEqualTo(40);
    }

    @Test
    void what_is_refused_or_not_answered_is_not_taken() {
        AtomicInteger sent = new AtomicInteger();
        Load load = new Load(
                call -> switch (sent.getAndIncrement()) {
                    case 0 -> Future.succeededFuture(reply(202, ""));
                    case 1 -> Future.succeededFuture(reply(503, ""));
                    default -> Future.failedFuture("no answer");
                },
                () -> SCORE);

        Outcome outcome = load.open(1_000, Duration.ofMillis(4));

        assertThat(List.of(outcome.taken(), outcome.refused(), outcome.unanswered()))
                .containsExactly(1L, 1L, 2L);
    }

    @Test
    void of_a_journal_its_accepted_facts_count() {
        String results = "[{\"status\":\"accepted\"},{\"status\":\"refused\"},{\"status\":\"accepted\"}]";
        Load load = new Load(call -> Future.succeededFuture(reply(200, results)), () -> JOURNAL);

        assertThat(load.open(1_000, Duration.ofMillis(2)).taken()).isEqualTo(4);
    }

    @Test
    void what_the_generator_sends_late_is_told_apart() {
        long late = TimeUnit.SECONDS.toNanos(2);
        Load load = new Load(
                call -> Future.succeededFuture(new Reply(202, "", null, null, System.nanoTime() + late)), () -> SCORE);

        assertThat(load.open(1_000, Duration.ofMillis(2)).lateness().getMinValue())
                .isGreaterThan(late / 2);
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, body, null, null, System.nanoTime());
    }
}
