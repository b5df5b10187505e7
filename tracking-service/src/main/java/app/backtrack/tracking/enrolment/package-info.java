/** Knows who is enrolled, without the store, so that a fact can be taken in while the store is away. */
@NullMarked
package app.backtrack.tracking.enrolment;

import org.jspecify.annotations.NullMarked;
