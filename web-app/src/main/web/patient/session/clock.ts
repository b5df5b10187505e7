/** What a timer counts: time to get ready, then down from a target, or up where there is none. All in seconds. */
export interface Course {
  readonly ready: number;
  readonly target: number | null;
}

export type Phase = 'ready' | 'running' | 'over';

export interface Reading {
  readonly phase: Phase;
  /** What is shown: what is left of getting ready or of the target, or what has passed. */
  readonly shown: number;
  /** How long the work itself has lasted, at most the target. */
  readonly worked: number;
  /** 0 to 1 of the phase. */
  readonly share: number;
}

/** Where a course is after so many seconds. Reckoned from the start each time, so a device that slept is not behind. */
export function reading({ ready, target }: Course, passed: number): Reading {
  if (passed < ready) {
    return { phase: 'ready', shown: Math.ceil(ready - passed), worked: 0, share: passed / ready };
  }
  const worked = passed - ready;
  if (target === null) {
    return { phase: 'running', shown: Math.floor(worked), worked: Math.floor(worked), share: (worked % 60) / 60 };
  }
  return worked < target
    ? { phase: 'running', shown: Math.ceil(target - worked), worked: Math.floor(worked), share: worked / target }
    : { phase: 'over', shown: 0, worked: target, share: 1 };
}

/** What is worth saying aloud between two readings; numbers are seconds that are left. */
export function milestone(before: Reading | null, after: Reading): Phase | number | null {
  if (before?.phase !== after.phase) {
    return after.phase;
  }
  const crossed = [10, 5].find((mark) => before.shown > mark && after.shown <= mark);
  return after.phase === 'running' && after.shown < before.shown && crossed !== undefined ? crossed : null;
}
