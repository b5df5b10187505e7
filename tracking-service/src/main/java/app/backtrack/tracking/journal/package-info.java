/** The journal: everything a patient reported, with every revision kept. */
@NullMarked
package app.backtrack.tracking.journal;

import org.jspecify.annotations.NullMarked;
