/** Brings mail on its way, each one claimed before it is sent and marked after. */
@NullMarked
package app.backtrack.notification.delivery;

import org.jspecify.annotations.NullMarked;
