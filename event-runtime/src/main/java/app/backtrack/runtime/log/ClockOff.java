package app.backtrack.runtime.log;

import java.time.Duration;

/** Says that this machine's clock is too far from the broker's: nothing is written that would carry a wrong time. */
public final class ClockOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClockOff(Duration skew) {
        super(describe(skew));
    }

    static String describe(Duration skew) {
        return "this machine's clock is " + skew.abs().toSeconds() + " s " + (skew.isNegative() ? "behind" : "ahead of")
                + " the broker's";
    }
}
