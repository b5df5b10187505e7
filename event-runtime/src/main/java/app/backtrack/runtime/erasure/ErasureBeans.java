package app.backtrack.runtime.erasure;

import app.backtrack.runtime.store.Documents;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens what erasing works on. */
final class ErasureBeans {

    @Produces
    @Singleton
    TraceStore traces(Documents documents) {
        return new TraceStore(documents);
    }

    @Produces
    @Singleton
    ErasureStore rounds(Documents documents) {
        return new ErasureStore(documents);
    }
}
