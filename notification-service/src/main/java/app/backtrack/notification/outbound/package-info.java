/** Requests to addresses that others gave us: where they may go, and how they end. */
@NullMarked
package app.backtrack.notification.outbound;

import org.jspecify.annotations.NullMarked;
