/** Erasing patients: who asks for it, what became of it, and the receipt. */
@NullMarked
package app.backtrack.program.erasure;

import org.jspecify.annotations.NullMarked;
