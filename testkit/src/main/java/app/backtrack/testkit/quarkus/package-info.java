/** What tests of a Quarkus service need: real back ends, and tokens. */
@NullMarked
package app.backtrack.testkit.quarkus;

import org.jspecify.annotations.NullMarked;
