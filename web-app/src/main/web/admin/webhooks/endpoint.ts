import { call } from '../../shared/api';

/** A webhook endpoint, as notification-service answers it. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly status: 'enabled' | 'disabled';
  readonly disabledBecause?: string;
  readonly disabledAt?: string;
  readonly previousSecretUntil?: string;
  readonly version: number;
}

/** A message to an endpoint, with what became of it. */
export interface Message {
  readonly id: string;
  readonly type: string;
  readonly raisedAt: string;
  readonly state: string;
  readonly cause?: string;
  readonly nextAttemptAt?: string;
  readonly attempts: readonly {
    readonly at: string;
    readonly status?: number;
    readonly millis?: number;
    readonly error?: string;
  }[];
}

/** All that an endpoint can be called for; `webhook.test` goes to every one. */
export const TYPES = ['patient.enrolled', 'patient.changed', 'program.changed', 'alert.raised', 'alert.withdrawn'] as const;

/** The states of messages, those that want somebody first. */
export const STATES = ['failed', 'expired', 'dropped', 'waiting', 'claimed', 'sent'] as const;

/** An address of the API about one endpoint. */
export function at(endpointId: string, path = ''): string {
  return `/v1/webhook-endpoints/${endpointId}${path}`;
}

interface WithSecret {
  readonly endpoint: Endpoint;
  readonly secret: string;
}

/** Adds an endpoint; the answer is the only one that holds its secret. */
export async function add(id: string, url: string, types: readonly string[]): Promise<WithSecret> {
  return (await call<WithSecret>('notification', at(id), { method: 'PUT', body: { url, types } })).body;
}

export async function rotate(endpointId: string, ifMatch: string): Promise<string> {
  return (await call<WithSecret>('notification', at(endpointId, '/secret'), { method: 'POST', ifMatch })).body.secret;
}
