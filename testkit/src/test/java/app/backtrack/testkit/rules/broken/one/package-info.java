/** Breaks the rules of the house on purpose. */
@NullMarked
package app.backtrack.testkit.rules.broken.one;

import org.jspecify.annotations.NullMarked;
