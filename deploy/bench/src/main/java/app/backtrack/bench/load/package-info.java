/** Load on a system: open-loop arrivals, closed-loop pressure, the ledger. */
@NullMarked
package app.backtrack.bench.load;

import org.jspecify.annotations.NullMarked;
