/** The rules of the house as checks over compiled classes. */
@NullMarked
package app.backtrack.testkit.rules;

import org.jspecify.annotations.NullMarked;
