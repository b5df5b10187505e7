package app.backtrack.tracking.journal;

import app.backtrack.runtime.store.Documents;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the journal of the service's database. */
final class JournalBeans {

    @Produces
    @Singleton
    JournalStore journals(Documents documents) {
        return new JournalStore(documents.collection("journal"));
    }
}
