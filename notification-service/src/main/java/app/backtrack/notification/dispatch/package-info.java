/** Sends webhooks: what is told, when it is tried again, what became of it. */
@NullMarked
package app.backtrack.notification.dispatch;

import org.jspecify.annotations.NullMarked;
