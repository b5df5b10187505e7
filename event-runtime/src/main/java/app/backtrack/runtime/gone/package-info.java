/** Answering for patients who were erased. */
@NullMarked
package app.backtrack.runtime.gone;

import org.jspecify.annotations.NullMarked;
