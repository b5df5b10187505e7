/** The command that makes and rotates the master key. */
@NullMarked
package app.backtrack.tracking.masterkey;

import org.jspecify.annotations.NullMarked;
