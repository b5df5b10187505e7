/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.own;

import org.jspecify.annotations.NullMarked;
