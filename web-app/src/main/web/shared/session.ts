import { follow } from './api';
import { ProblemError } from './problem';

export type Role = 'patient' | 'therapist' | 'clinic-admin';

/** Who is signed in. */
export interface Session {
  readonly name: string;
  readonly clinicId: string;
  readonly role: Role;
  readonly patientId?: string;
  readonly language?: string;
  readonly home: string;
}

/** Who is signed in, or null for nobody. */
export async function currentSession(): Promise<Session | null> {
  try {
    const session = (await follow<Session>('/session')).body;
    localStorage.removeItem(SIGNING_IN);
    return session;
  } catch (failure) {
    if (failure instanceof ProblemError && failure.problem.status === 401) {
      return null;
    }
    throw failure;
  }
}

const SIGNING_IN = 'backtrack.signing-in';

/** Whether somebody, maybe another one, went to sign in here and no page has heard since who it is. */
export function isSigningIn(): boolean {
  return localStorage.getItem(SIGNING_IN) !== null;
}

/** Leads to the sign-in, and back here afterwards. */
export function signIn(): void {
  localStorage.setItem(SIGNING_IN, 'yes');
  const here = location.pathname === '/' ? '' : `?to=${encodeURIComponent(location.pathname + location.search)}`;
  location.assign(`/sign-in${here}`);
}

/** Ends the session here and at the issuer. */
export async function signOut(): Promise<void> {
  const answer = await follow<{ next: string }>('/sign-out', { method: 'POST' });
  location.assign(answer.body.next);
}
