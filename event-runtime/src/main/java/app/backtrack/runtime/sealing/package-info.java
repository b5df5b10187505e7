/** Sealing events with a key per patient. */
@NullMarked
package app.backtrack.runtime.sealing;

import org.jspecify.annotations.NullMarked;
