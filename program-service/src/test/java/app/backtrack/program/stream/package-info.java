/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.stream;

import org.jspecify.annotations.NullMarked;
