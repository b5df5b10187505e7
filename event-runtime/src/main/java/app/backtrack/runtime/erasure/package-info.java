/** Erasing patients: the register of erasures, and what each service does about it. */
@NullMarked
package app.backtrack.runtime.erasure;

import org.jspecify.annotations.NullMarked;
