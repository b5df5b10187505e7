package app.backtrack.tracking.notary;

import java.util.Locale;

/**
 * Something that is not as it was chained.
 *
 * @param kind what is wrong
 * @param chain topic/clinic/key
 * @param eventId which event, where it can be told; else what it is about
 */
record Finding(Kind kind, String chain, String eventId) {

    /** What can be wrong. */
    enum Kind {
        /** The log holds other bytes under this id than were chained. */
        DIFFERS,
        /** The log no longer holds what was chained. */
        MISSING,
        /** The log holds, before the chain's end, what was never chained. */
        EXTRA,
        /** All is there, in another order. */
        REORDERED,
        /** The links do not lead to the head: the chain was changed. */
        CHAIN_CHANGED,
        /** The chain no longer holds what a signed anchor says that it held. */
        ANCHOR_DIFFERS
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "  " + chain + "  " + eventId;
    }
}
