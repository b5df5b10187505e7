/** What the catalog knows about one thing to do: how it is measured, on which side, and which dose somebody stated. */
@NullMarked
package app.backtrack.program.entry;

import org.jspecify.annotations.NullMarked;
