package app.backtrack.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutagesTest {
    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 1);
    private static final BsonDocument EMPTY = new BsonDocument();
    private static final WriteConcernError NO_MAJORITY =
            new WriteConcernError(64, "WriteConcernFailed", "waiting for replication timed out", EMPTY);

    static Stream<Throwable> outages() {
        return Stream.of(
                new LogUnavailable("no acknowledgement"),
                new KeyStoreUnavailable(new IllegalStateException()),
                new MongoTimeoutException("no server"),
                new MongoSocketOpenException("refused", SERVER, new IllegalStateException()),
                new MongoNotPrimaryException(EMPTY, SERVER),
                new MongoNodeIsRecoveringException(EMPTY, SERVER),
                new MongoWriteConcernException(NO_MAJORITY, null, SERVER, Set.of()),
                new MongoBulkWriteException(BulkWriteResult.unacknowledged(), List.of(), NO_MAJORITY, SERVER, Set.of()),
                retryable(),
                new CompletionException(new LogUnavailable("no acknowledgement")),
                new ExecutionException(new MongoTimeoutException("no server")));
    }

    static Stream<Throwable> bugs() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new CompletionException(new NullPointerException()),
                new MongoCommandException(EMPTY, SERVER),
                new MongoWriteException(new WriteError(11000, "duplicate key", EMPTY), SERVER, Set.of()),
                new MongoBulkWriteException(
                        BulkWriteResult.unacknowledged(),
                        List.of(new BulkWriteError(11000, ErrorCategory.DUPLICATE_KEY.name(), EMPTY, 0)),
                        null,
                        SERVER,
                        Set.of()));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void an_outage_is_waited_out(Throwable failure) {
        assertThat(Outages.isOutage(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void what_would_fail_again_is_not_waited_out(Throwable failure) {
        assertThat(Outages.isOutage(failure)).isFalse();
    }

    private static MongoException retryable() {
        MongoException failure = new MongoCommandException(EMPTY, SERVER);
        failure.addLabel("RetryableWriteError");
        return failure;
    }
}
