/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.catalog;

import org.jspecify.annotations.NullMarked;
