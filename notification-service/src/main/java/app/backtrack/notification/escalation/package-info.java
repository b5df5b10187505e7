/** Tells further clinicians of critical alerts that nobody acknowledges. */
@NullMarked
package app.backtrack.notification.escalation;

import org.jspecify.annotations.NullMarked;
