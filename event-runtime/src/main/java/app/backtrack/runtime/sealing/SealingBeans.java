package app.backtrack.runtime.sealing;

import app.backtrack.events.Sealing;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the sealing of a service. */
final class SealingBeans {

    @Produces
    @Singleton
    PatientKeys keys(KeysConfig config) {
        return PatientKeys.open(config);
    }

    void close(@Disposes PatientKeys keys) {
        keys.close();
    }

    @Produces
    @Singleton
    MasterKeyset masterKeyset(PatientKeys keys) {
        return keys.masterKeys();
    }

    @Produces
    @Singleton
    WrappedKeyStore keyStore(PatientKeys keys) {
        return keys.store();
    }

    @Produces
    @Singleton
    MasterKeyRotation rotation(PatientKeys keys) {
        return new MasterKeyRotation(keys.store(), keys.masterKeys());
    }

    @Produces
    @Singleton
    Sealing sealing(KeyStore keys) {
        return new TinkSealing(keys);
    }
}
