import { call, follow } from '../shared/api';

interface Listing {
  readonly patients: readonly { readonly patientId: string; readonly name: string | null }[];
}

/** Pages of names that are read at most; a clinic with more finds the rest by their ids, or by searching. */
const MOST_PAGES = 10;

let known: Map<string, string> | undefined;

/** The patients' names by their ids. They live in this page's memory only. */
export async function patientNames(): Promise<ReadonlyMap<string, string>> {
  if (known !== undefined) {
    return known;
  }
  const names = new Map<string, string>();
  let page = await call<Listing>('program', '/v1/patients?limit=200');
  for (let i = 0; ; i += 1) {
    page.body.patients.forEach((patient) => patient.name !== null && names.set(patient.patientId, patient.name));
    if (page.next === null || i === MOST_PAGES) {
      break;
    }
    page = await follow<Listing>(page.next);
  }
  known = names;
  return names;
}

/** A patient's name, or the beginning of the id where the clinic gave none. */
export function nameOf(patientId: string, names: ReadonlyMap<string, string>): string {
  return names.get(patientId) ?? patientId.slice(0, 8);
}
