/** Refusing secrets that everybody knows. */
@NullMarked
package app.backtrack.runtime.secret;

import org.jspecify.annotations.NullMarked;
