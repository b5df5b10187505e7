/** The launcher: the whole system on one machine, lasting for people or isolated for a test. */
@NullMarked
package app.backtrack.local;

import org.jspecify.annotations.NullMarked;
