package app.backtrack.runtime.log;

import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import java.util.concurrent.CompletionException;

/** Tells an outage, which is waited out, from a bug, which is not. */
public final class Outages {
    private Outages() {}

    /** Whether a failure says that the log, the document store or the key store cannot answer now. */
    public static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case LogUnavailable log -> true;
            case KeyStoreUnavailable keys -> true;
            case MongoNotPrimaryException moved -> true;
            case MongoBulkWriteException bulk -> bulk.getWriteErrors().isEmpty();
            case MongoServerException refused -> false;
            case MongoException unreachable -> true;
            case CompletionException wrapper when wrapper.getCause() != null -> isOutage(wrapper.getCause());
            default -> false;
        };
    }
}
