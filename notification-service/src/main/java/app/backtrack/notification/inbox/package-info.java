/** Shows clinicians what was found, and keeps what they did about it. */
@NullMarked
package app.backtrack.notification.inbox;

import org.jspecify.annotations.NullMarked;
