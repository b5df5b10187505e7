package app.backtrack.runtime.log;

import app.backtrack.runtime.register.ErasureRegister.RegisterUnavailable;
import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteConcernException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Tells an outage, which is waited out, from a bug, which is not. */
public final class Outages {
    private Outages() {}

    /**
     * Whether a failure says that the log, the document store, the key store or the erasure register cannot answer now.
     */
    public static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case LogUnavailable log -> true;
            case ClockOff clock -> true;
            case KeyStoreUnavailable keys -> true;
            case RegisterUnavailable register -> true;
            case MongoException store -> isStoreOutage(store);
            case CompletionException wrapper when wrapper.getCause() != null -> isOutage(wrapper.getCause());
            case ExecutionException wrapper when wrapper.getCause() != null -> isOutage(wrapper.getCause());
            default -> false;
        };
    }

    private static boolean isStoreOutage(MongoException failure) {
        return switch (failure) {
            case MongoNotPrimaryException moved -> true;
            case MongoNodeIsRecoveringException recovering -> true;
            case MongoWriteConcernException noMajority -> true;
            case MongoBulkWriteException bulk -> bulk.getWriteErrors().isEmpty();
            // What the server answers is about the command itself, unless it says that another time may be better.
            case MongoServerException refused -> refused.hasErrorLabel("RetryableWriteError");
            default -> true;
        };
    }
}
