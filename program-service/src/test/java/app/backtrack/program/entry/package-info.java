/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.entry;

import org.jspecify.annotations.NullMarked;
