import { type Answer, follow, text } from '../../shared/api';
import { ProblemError } from '../../shared/problem';

/** By the name that a part has in the file, where it is read. */
const PARTS: readonly (readonly [string, (patient: string) => string])[] = [
  ['patient', (patient) => `/api/program/v1/patients/${patient}`],
  ['identity', (patient) => `/api/program/v1/patients/${patient}/identity`],
  ['changes', (patient) => `/api/program/v1/patients/${patient}/history`],
  ['goals', (patient) => `/api/program/v1/patients/${patient}/goals`],
  ['consents', (patient) => `/api/program/v1/patients/${patient}/consents`],
  ['contraindications', (patient) => `/api/program/v1/patients/${patient}/contraindications`],
  ['programs', (patient) => `/api/program/v1/patients/${patient}/programs`],
  ['mailbox', (patient) => `/api/notification/v1/patients/${patient}/mailbox`],
  ['notes', (patient) => `/api/notification/v1/patients/${patient}/notes`],
  ['preferences', () => '/api/notification/v1/preferences'],
  ['reminders', () => '/api/notification/v1/reminders'],
  ['browsers', () => '/api/notification/v1/push-subscriptions'],
  ['accessLog', (patient) => `/api/tracking/v1/patients/${patient}/access-log`],
];

/**
 * All that the services keep about a patient and show them, as one JSON document: each part, then every event.
 *
 * @param progress told how many parts are read, of how many
 * @throws ProblemError if a part cannot be read; half of it would look like all
 */
export async function everything(patient: string, progress: (read: number, all: number) => void): Promise<Blob> {
  const all = PARTS.length + 1;
  const found: Record<string, unknown> = { patientId: patient, readAt: new Date().toISOString() };
  for (const [i, [name, address]] of PARTS.entries()) {
    progress(i, all);
    found[name] = await pages(address(patient));
  }
  progress(PARTS.length, all);
  const lines = await text('tracking', `/v1/patients/${patient}/export`);
  found['events'] = lines.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
  return new Blob([JSON.stringify(found, null, 2)], { type: 'application/json' });
}

/** What an address answers; all pages in a list, where there is more than one; null where there is nothing. */
async function pages(address: string): Promise<unknown> {
  const read: unknown[] = [];
  for (let next: string | null = address; next !== null;) {
    try {
      const answer: Answer<unknown> = await follow<unknown>(next);
      read.push(answer.body);
      next = answer.next;
    } catch (failure) {
      if (failure instanceof ProblemError && failure.problem.status === 404) {
        return null;
      }
      throw failure;
    }
  }
  return read.length === 1 ? read[0] : read;
}
