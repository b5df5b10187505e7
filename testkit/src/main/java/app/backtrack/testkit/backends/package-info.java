/** The switch between embedded and containerised back ends for tests. */
@NullMarked
package app.backtrack.testkit.backends;

import org.jspecify.annotations.NullMarked;
