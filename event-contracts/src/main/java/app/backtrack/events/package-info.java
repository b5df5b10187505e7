/** The published language of Backtrack: what services and integrators may know of each other. */
@NullMarked
package app.backtrack.events;

import org.jspecify.annotations.NullMarked;
