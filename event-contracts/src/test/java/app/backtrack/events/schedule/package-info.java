/** Tests of what is due when. */
@NullMarked
package app.backtrack.events.schedule;

import org.jspecify.annotations.NullMarked;
