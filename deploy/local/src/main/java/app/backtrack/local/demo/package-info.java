/**
 * The demo clinic: fictional patients with twelve weeks of history, the same ones each time, sent through the public
 * API.
 */
@NullMarked
package app.backtrack.local.demo;

import org.jspecify.annotations.NullMarked;
