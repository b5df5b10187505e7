package app.backtrack.runtime.sealing;

import app.backtrack.events.Sealing;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the sealing of a service. */
final class SealingBeans {

    @Produces
    @Singleton
    KeyStore keyStore(KeysConfig config) {
        return new FileKeyStore(config.dir());
    }

    @Produces
    @Singleton
    Sealing sealing(KeyStore keys) {
        return new TinkSealing(keys);
    }
}
