/** Shows that the promises of this package hold. */
@NullMarked
package app.backtrack.program.template;

import org.jspecify.annotations.NullMarked;
