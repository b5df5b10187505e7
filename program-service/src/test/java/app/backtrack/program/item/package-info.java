/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.item;

import org.jspecify.annotations.NullMarked;
