/** Tells clinicians what changed for their patients; here are the names that all of its features share. */
@NullMarked
package app.backtrack.notification;

import org.jspecify.annotations.NullMarked;
