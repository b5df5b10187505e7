/** Classes that break the house rules, to show that the rules can fail. */
@NullMarked
package app.backtrack.events.broken;

import org.jspecify.annotations.NullMarked;
