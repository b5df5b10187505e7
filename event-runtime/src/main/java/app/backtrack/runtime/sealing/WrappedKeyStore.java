package app.backtrack.runtime.sealing;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.sealing.MasterKey.Wrapping;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Keeps keys in another store, wrapped by a master key. */
public final class WrappedKeyStore implements KeyStore {
    private static final Logger LOG = Logger.getLogger(WrappedKeyStore.class);
    private static final String NOT_WRAPPED = "a patient's key is not wrapped by a master key: run"
            + " `rotate-master-key start`, which wraps those that were made before there was one";

    private final KeyStore kept;
    private final MasterKey master;
    private final boolean wrapsOld;

    /**
     * Wraps what goes to {@code kept}.
     *
     * @param wrapsOld whether a key that was kept before there was a master key is taken, and wrapped at the first use;
     *     where not, it is refused, since whoever can write to the store could have put it there
     */
    public WrappedKeyStore(KeyStore kept, MasterKey master, boolean wrapsOld) {
        this.kept = kept;
        this.master = master;
        this.wrapsOld = wrapsOld;
    }

    /** What became of wrapping a key anew. */
    public enum Rewrapped {
        /** It is under the newest master key now. */
        DONE,
        /** It was already. */
        ALREADY,
        /** It was destroyed or changed meanwhile. */
        GONE
    }

    @Override
    public Lookup find(PatientRef patient) {
        return opened(patient, kept.find(patient));
    }

    @Override
    public Lookup create(PatientRef patient, byte[] serializedKey) {
        return opened(patient, kept.create(patient, master.wrap(patient, serializedKey)));
    }

    @Override
    public void destroy(PatientRef patient) {
        kept.destroy(patient);
    }

    @Override
    public boolean replace(PatientRef patient, byte[] expected, byte[] replacement) {
        throw new UnsupportedOperationException("a wrapped key is wrapped anew, and never replaced");
    }

    @Override
    public void eachPatient(Consumer<PatientRef> visitor) {
        kept.eachPatient(visitor);
    }

    /** Wraps a patient's key under the newest master key, where it is not yet. */
    public Rewrapped rewrap(PatientRef patient) {
        if (!(kept.find(patient) instanceof Lookup.Found found)) {
            return Rewrapped.GONE;
        }
        byte[] bytes = found.serializedKey();
        byte[] key = switch (master.wrapping(bytes)) {
            case NEWEST -> null;
            case FORMER -> master.unwrap(patient, bytes);
            case NONE -> bytes;
        };
        if (key == null) {
            return Rewrapped.ALREADY;
        }
        return kept.replace(patient, bytes, master.wrap(patient, key)) ? Rewrapped.DONE : Rewrapped.GONE;
    }

    /** How a patient's key is wrapped; {@code NEWEST} where there is none, since nothing is left to do then. */
    public Wrapping wrapping(PatientRef patient) {
        return kept.find(patient) instanceof Lookup.Found found
                ? master.wrapping(found.serializedKey())
                : Wrapping.NEWEST;
    }

    private Lookup opened(PatientRef patient, Lookup lookup) {
        return lookup instanceof Lookup.Found found ? new Lookup.Found(opened(patient, found.serializedKey())) : lookup;
    }

    private byte[] opened(PatientRef patient, byte[] bytes) {
        if (master.wrapping(bytes) != Wrapping.NONE) {
            return master.unwrap(patient, bytes);
        }
        if (!wrapsOld) {
            LOG.error(NOT_WRAPPED);
            throw new KeyStoreUnavailable(NOT_WRAPPED, null);
        }
        // Where it misses, another process was quicker, or the key is destroyed: what was read was right at that time.
        kept.replace(patient, bytes, master.wrap(patient, bytes));
        return bytes;
    }
}
