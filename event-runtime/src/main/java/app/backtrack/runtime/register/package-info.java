/** The register of erasures: who was erased, for good. */
@NullMarked
package app.backtrack.runtime.register;

import org.jspecify.annotations.NullMarked;
