/** What a clinic writes for itself: each thing one document with all its versions, changed by guarded updates. */
@NullMarked
package app.backtrack.program.own;

import org.jspecify.annotations.NullMarked;
