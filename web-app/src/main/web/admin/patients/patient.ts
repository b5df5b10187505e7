import { call, follow, get } from '../../shared/api';

/** A patient, as program-service answers it. */
export interface Patient {
  readonly patientId: string;
  readonly version: number;
  readonly status: Status;
  readonly zone: string;
  readonly therapists: readonly string[];
  readonly enrolledOn: string;
  readonly dischargedOn: string | null;
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly identifiers: readonly Identifier[];
  readonly warnings?: readonly { readonly pointer: string }[];
}

export type Status = 'enrolled' | 'discharged';

/** How one of the clinic's own systems names a patient. */
export interface Identifier {
  readonly system: string;
  readonly value: string;
}

export interface Identity {
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly identifiers: readonly Identifier[];
}

/** A decision about a patient. */
export interface Decision {
  readonly version: number;
  readonly decision: string;
  readonly on?: string;
  readonly zone?: string;
  readonly therapists?: readonly string[];
  readonly reason?: string;
  readonly decidedAt: string;
  readonly decidedBy: { readonly role: string; readonly id: string };
}

export interface Clinician {
  readonly clinicianId: string;
  readonly name: string | null;
  readonly patients: number;
}

/** Pages of clinicians that are read at most. */
const MOST_PAGES = 5;

export async function clinicians(): Promise<readonly Clinician[]> {
  let page = await call<{ clinicians: readonly Clinician[] }>('program', '/v1/clinicians?limit=200');
  const all = [...page.body.clinicians];
  for (let i = 1; page.next !== null && i < MOST_PAGES; i += 1) {
    page = await follow<{ clinicians: readonly Clinician[] }>(page.next);
    all.push(...page.body.clinicians);
  }
  return all;
}

export function history(patientId: string): Promise<{ readonly versions: readonly Decision[] }> {
  return get('program', `/v1/patients/${patientId}/history`);
}

/** A person's name with their id, where one is known. */
export function clinicianText(id: string, known: readonly Clinician[]): string {
  const name = known.find((clinician) => clinician.clinicianId === id)?.name;
  return name ? `${name} (${id})` : id;
}

export function nameText(patient: Patient): string {
  return patient.name ?? patient.patientId.slice(0, 8);
}
