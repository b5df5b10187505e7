import type { Severity } from './caseload-row';

/** An alert as notification-service answers it. */
export interface Alert {
  readonly id: string;
  readonly patientId: string;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly severity: Severity;
  readonly since: string;
  readonly before?: string | null;
  readonly numbers: Readonly<Record<string, number>>;
  readonly evidence: readonly string[];
  readonly raisedAt: string;
  /** When it stopped to hold; such an alert wants nobody any more. */
  readonly withdrawnAt?: string;
  readonly state: string;
}

/** How an alert can end. */
export const CLOSINGS = ['contacted-patient', 'changed-program', 'referred', 'watching', 'already-known', 'not-relevant'] as const;

/** Days that an alert can be put off for. */
export const SNOOZE_DAYS = [1, 3, 7, 14] as const;
