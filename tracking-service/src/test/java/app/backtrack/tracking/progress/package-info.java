/** Tests of the fold, against a plain one and against a journal that is delivered in every order. */
@NullMarked
package app.backtrack.tracking.progress;

import org.jspecify.annotations.NullMarked;
