/** What this service keeps about patients in ways of its own, for when they are erased. */
@NullMarked
package app.backtrack.notification.erasure;

import org.jspecify.annotations.NullMarked;
