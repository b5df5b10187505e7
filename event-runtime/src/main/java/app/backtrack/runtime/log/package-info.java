/** Living on the log: publishing, consuming in batches, dead letters, topics. */
@NullMarked
package app.backtrack.runtime.log;

import org.jspecify.annotations.NullMarked;
