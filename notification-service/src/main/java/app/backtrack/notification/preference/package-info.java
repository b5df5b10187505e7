/** Keeps how each clinician and each patient wants to be told, and when. */
@NullMarked
package app.backtrack.notification.preference;

import org.jspecify.annotations.NullMarked;
