import { Problem, ProblemError } from './problem';

/** The services behind the gateway. */
export type Service = 'program' | 'tracking' | 'notification';

export interface Call {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: unknown;
  /** The ETag that the change is made to. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
  /** What may come, where it is not JSON. */
  readonly accept?: string;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
  /** Where the next page is, as an address for {@link follow}. */
  readonly next: string | null;
  /** What `?after=` of a read waits for. */
  readonly position: string | null;
}

type SignedOut = () => void;
let signedOut: SignedOut = () => {};

/** Says what to do when the session has ended; a page decides that once. */
export function whenSignedOut(action: SignedOut): void {
  signedOut = action;
}

/**
 * Calls a service. Path and query are what comes after `/api/<service>`, and begin with `/v1/`.
 *
 * @throws ProblemError for every refusal, and without a network
 */
export function call<T>(service: Service, path: string, options: Call = {}): Promise<Answer<T>> {
  return follow<T>(`/api/${service}${path}`, options);
}

/** The body of a GET. */
export async function get<T>(service: Service, path: string, signal?: AbortSignal): Promise<T> {
  return (await call<T>(service, path, { signal })).body;
}

/** Calls an address of ours, such as the one that {@link Answer.next} names. */
export async function follow<T>(address: string, options: Call = {}): Promise<Answer<T>> {
  const { response, body } = await received(address, options);
  return {
    status: response.status,
    body: (body === '' ? undefined : JSON.parse(body)) as T,
    etag: response.headers.get('ETag'),
    next: nextLink(response.headers.get('Link')),
    position: response.headers.get('Backtrack-Position'),
  };
}

/** What a GET answers, as it is, such as lines of JSON. */
export async function text(service: Service, path: string): Promise<string> {
  return (await received(`/api/${service}${path}`, { accept: '*/*' })).body;
}

interface Received {
  readonly response: Response;
  readonly body: string;
}

async function received(address: string, options: Call): Promise<Received> {
  const answer = await sent(address, options);
  if (!answer.response.ok) {
    const problem = refusal(answer.response, answer.body);
    if (problem.status === 401) {
      signedOut();
    }
    throw new ProblemError(problem);
  }
  return answer;
}

async function sent(address: string, options: Call): Promise<Received> {
  const headers = new Headers({ Accept: options.accept ?? 'application/json' });
  const method = options.method ?? 'GET';
  if (method !== 'GET') {
    headers.set('Backtrack-Request', 'page');
  }
  if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
  }
  if (options.ifMatch !== undefined) {
    headers.set('If-Match', options.ifMatch);
  }
  const body = options.body === undefined ? undefined : JSON.stringify(options.body);
  try {
    const response = await fetch(address, { method, headers, body, signal: options.signal, redirect: 'error' });
    return { response, body: await response.text() };
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    throw ProblemError.offline();
  }
}

function refusal(response: Response, text: string): Problem {
  if (response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    return JSON.parse(text) as Problem;
  }
  return { type: 'about:blank', title: response.statusText || 'Error', status: response.status };
}

/** The address of `rel="next"`, without a host: links lead to where we are. */
export function nextLink(header: string | null): string | null {
  const found = header?.split(',').find((link) => /rel="?next"?/.test(link));
  const address = found === undefined ? undefined : /<([^>]+)>/.exec(found)?.[1];
  return address ?? null;
}

export interface Stream {
  close(): void;
}

/**
 * Listens to a stream of server-sent events, and comes again by itself when it ends.
 *
 * @param handlers what to do with each kind of event; `data` is its JSON
 * @param live told whether the stream is open
 */
export function listen(
  service: Service,
  path: string,
  handlers: Readonly<Record<string, (data: unknown) => void>>,
  live: (open: boolean) => void = () => {},
): Stream {
  let source: EventSource | undefined;
  let waiting: number | undefined;
  let closed = false;
  const open = () => {
    source = new EventSource(`/api/${service}${path}`);
    source.onopen = () => live(true);
    source.onerror = () => {
      live(false);
      // A refusal closes the source for good; an end of the stream does not.
      if (source?.readyState === EventSource.CLOSED && !closed) {
        waiting = window.setTimeout(open, 10_000);
      }
    };
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse((event as MessageEvent<string>).data)));
    }
  };
  open();
  return {
    close() {
      closed = true;
      window.clearTimeout(waiting);
      source?.close();
    },
  };
}
