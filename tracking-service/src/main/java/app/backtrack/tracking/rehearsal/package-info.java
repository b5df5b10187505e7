/** Says which rules are in force, and how often one would have fired with other numbers; tells nobody. */
@NullMarked
package app.backtrack.tracking.rehearsal;

import org.jspecify.annotations.NullMarked;
