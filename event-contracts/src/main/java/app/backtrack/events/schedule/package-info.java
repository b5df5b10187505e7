/** What is due when: the one meaning of a plan, for all who plan days, count adherence or remind. */
@NullMarked
package app.backtrack.events.schedule;

import org.jspecify.annotations.NullMarked;
