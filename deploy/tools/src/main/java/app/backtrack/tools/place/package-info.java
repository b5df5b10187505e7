/** The installation that a command works on: its settings, its log. */
@NullMarked
package app.backtrack.tools.place;

import org.jspecify.annotations.NullMarked;
