package app.backtrack.tracking.notary;

/**
 * How far a chain has come.
 *
 * @param chain topic/clinic/key
 * @param revision guards the next step; 0 for a chain that does not exist yet
 * @param count of its records
 * @param head the hash over all of them
 * @param offset of the last one, in the one partition that holds them all; -1 before the first
 */
record Head(String chain, int revision, int count, String head, long offset) {

    static Head none(String chain) {
        return new Head(chain, 0, 0, ChainRules.GENESIS, -1);
    }
}
