package app.backtrack.runtime.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows for good who was erased. It is kept apart from every backup of keys and documents, so that none of them brings
 * anybody back. Every method throws {@link RegisterUnavailable} when it cannot answer.
 */
public interface ErasureRegister {

    /** Enters an erasure, durably; of several of one patient the first stays. */
    void enter(Erasure erasure);

    /** All erasures, in the order in which they were entered. */
    List<Erasure> all();

    /** Says that the register cannot answer now: an outage. */
    final class RegisterUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Says in words for an operator what is wrong. */
        public RegisterUnavailable(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }
}
