/** What an item of a plan may ask of a patient, given what the catalog says about the exercise. */
@NullMarked
package app.backtrack.program.item;

import org.jspecify.annotations.NullMarked;
