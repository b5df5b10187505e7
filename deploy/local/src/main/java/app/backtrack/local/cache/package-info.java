/** What the JVM keeps of one start of a service so that the next ones are quicker, and when it may be used. */
@NullMarked
package app.backtrack.local.cache;

import org.jspecify.annotations.NullMarked;
