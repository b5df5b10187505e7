package app.backtrack.runtime.register;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the register that a service is configured for. */
final class RegisterBeans {

    @Produces
    @Singleton
    OpenedRegister opened(ErasureConfig config) {
        return OpenedRegister.open(config);
    }

    void close(@Disposes OpenedRegister opened) {
        opened.close();
    }

    @Produces
    @Singleton
    ErasureRegister register(OpenedRegister opened) {
        return opened.register();
    }
}
