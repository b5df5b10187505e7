/** Lets clinicians work their clinic's alerts off, and see which rules were worth it. */
@NullMarked
package app.backtrack.notification.triage;

import org.jspecify.annotations.NullMarked;
