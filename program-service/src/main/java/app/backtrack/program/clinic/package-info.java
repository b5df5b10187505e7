/** What a clinic decides about itself: the settings by which the rules judge its patients, each from a date on. */
@NullMarked
package app.backtrack.program.clinic;

import org.jspecify.annotations.NullMarked;
