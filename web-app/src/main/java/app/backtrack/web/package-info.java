/** The browser's front: pages, sign-in, sessions, and the way to the services. */
@NullMarked
package app.backtrack.web;

import org.jspecify.annotations.NullMarked;
