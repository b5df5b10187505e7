package app.backtrack.runtime.sealing;

import app.backtrack.runtime.sealing.MasterKey.Wrapping;
import app.backtrack.runtime.sealing.WrappedKeyStore.Rewrapped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Brings all patients' keys under a new master key while services go on: the former one opens what is not wrapped anew
 * yet. Ended in between, it goes on where it is started again.
 */
public final class MasterKeyRotation {
    private final WrappedKeyStore keys;
    private final MasterKeyset keyset;

    /** Rotates the keys of a store. */
    public MasterKeyRotation(WrappedKeyStore keys, MasterKeyset keyset) {
        this.keys = keys;
        this.keyset = keyset;
    }

    /**
     * How far a rotation has come.
     *
     * @param newest patients' keys under the newest master key
     * @param former those under a former one
     * @param unwrapped those from before there was a master key
     * @param masterKeys how many master keys there are
     */
    public record State(long newest, long former, long unwrapped, int masterKeys) {

        /** Whether all keys are under the newest master key. */
        public boolean complete() {
            return former == 0 && unwrapped == 0;
        }
    }

    /** Looks at each patient's key. */
    public State state() {
        Map<Wrapping, Long> counts = new EnumMap<>(Wrapping.class);
        keys.eachPatient(patient -> counts.merge(keys.wrapping(patient), 1L, Long::sum));
        return new State(
                counts.getOrDefault(Wrapping.NEWEST, 0L),
                counts.getOrDefault(Wrapping.FORMER, 0L),
                counts.getOrDefault(Wrapping.NONE, 0L),
                keyset.size());
    }

    /**
     * Adds a master key, unless a rotation was not completed yet or the keyset was given as a text, and wraps anew what
     * is not under the newest one.
     *
     * @param done called with the number of keys looked at so far
     * @return how many were wrapped anew
     * @throws IllegalStateException if another process rotates
     */
    public long start(LongConsumer done) throws IOException {
        return alone(() -> {
            if (keyset.file().isPresent() && state().complete()) {
                keyset.addNewest();
            }
            long[] counts = new long[2];
            keys.eachPatient(patient -> {
                if (keys.rewrap(patient) == Rewrapped.DONE) {
                    counts[0]++;
                }
                counts[1]++;
                done.accept(counts[1]);
            });
            return counts[0];
        });
    }

    /**
     * Drops the former master keys.
     *
     * @throws IllegalStateException if something is still wrapped by one, or they stand in no file
     */
    public void drop() throws IOException {
        alone(() -> {
            if (!state().complete()) {
                throw new IllegalStateException("Some keys are not under the newest master key yet:"
                        + " run `rotate-master-key start`, which goes on, then drop again.");
            }
            keyset.dropFormer();
            return 0L;
        });
    }

    /** What is done while no other process does the same. */
    @FunctionalInterface
    private interface Step {
        long run() throws IOException;
    }

    private long alone(Step step) throws IOException {
        if (keyset.file().isEmpty()) {
            return step.run();
        }
        Path file = keyset.file().get();
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held == null) {
                throw new IllegalStateException("Another process rotates the master key: wait for it to end.");
            }
            return step.run();
        }
    }
}
