import { flawWords } from './refusals';

/** RFC 9457 problem details, as the services and the gateway answer them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly Flaw[];
  readonly current?: { readonly version: number; readonly etag: string };
}

export interface Flaw {
  /** JSON Pointer into the body, where the flaw is there. */
  readonly pointer?: string;
  readonly parameter?: string;
  readonly detail: string;
}

const PREFIX = 'urn:backtrack:problem:';

/** A request that was answered with a refusal, or not at all (`code` is `offline` then). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  /** The stable name of the kind of problem, such as `stale-version`. */
  get code(): string {
    return this.problem.type.startsWith(PREFIX) ? this.problem.type.slice(PREFIX.length) : 'unknown';
  }

  /** What is wrong with one member of the body. */
  flaw(pointer: string): string | undefined {
    return this.flaws.find((flaw) => flaw.pointer === pointer)?.detail;
  }

  /** All that is wrong, in the page's language where that knows the words. */
  get flaws(): readonly Flaw[] {
    return (this.problem.errors ?? []).map((flaw) => ({ ...flaw, detail: flawWords(flaw.detail) }));
  }

  static offline(): ProblemError {
    return new ProblemError({ type: `${PREFIX}offline`, title: 'No connection', status: 0 });
  }
}
