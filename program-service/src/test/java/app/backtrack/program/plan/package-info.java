/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.plan;

import org.jspecify.annotations.NullMarked;
