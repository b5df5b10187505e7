import { catalog } from '../shared/i18n';

type Refusals = Readonly<Record<string, readonly [title: string, hint: string]>>;

const REFUSALS_EN: Refusals = {
  'patient-exists': ['This patient is enrolled already', 'The stored enrolment says something else.'],
  'patient-discharged': ['The patient is discharged', 'Enrol them again first.'],
  'patient-enrolled': ['The patient is in care', 'Only who was discharged can be enrolled again.'],
  'own-identifier-taken': ['Another patient has this number', 'A number of a system names one patient. Check it, or leave it out.'],
  'template-is-built-in': ['This id is one of ours', 'Take another one for your copy.'],
  'too-many-entries': ['There are as many as there can be', ''],
  'too-many-endpoints': ['There are as many endpoints as there can be', 'Remove one that is not needed.'],
  'endpoint-disabled': ['The endpoint is not called', 'Have it called again first.'],
  'too-many-versions': ['This was changed as often as it can be', ''],
  'program-open': ['A program is still under way', 'Complete or stop it first, on the patient’s page. Then discharge.'],
};

const REFUSALS_DE: Refusals = {
  'patient-exists': ['Schon aufgenommen', 'Gespeichert ist etwas anderes.'],
  'patient-discharged': ['Schon entlassen', 'Bitte zuerst wieder aufnehmen.'],
  'patient-enrolled': ['Schon in Behandlung', 'Nur wer entlassen ist, kann wieder aufgenommen werden.'],
  'own-identifier-taken': ['Diese Nummer hat schon jemand', 'Die Nummer eines Systems gehört einer Person. Bitte prüfen oder weglassen.'],
  'template-is-built-in': ['Diese Kennung ist eine von unseren', 'Bitte eine andere für Ihre Kopie nehmen.'],
  'too-many-entries': ['Mehr gehen nicht', ''],
  'too-many-endpoints': ['Mehr Adressen gehen nicht', 'Bitte eine entfernen, die nicht gebraucht wird.'],
  'endpoint-disabled': ['Die Adresse wird nicht gerufen', 'Bitte zuerst wieder rufen lassen.'],
  'too-many-versions': ['Öfter kann das nicht geändert werden', ''],
  'program-open': ['Ein Programm läuft noch', 'Bitte zuerst auf der Seite der Person abschließen oder beenden, dann entlassen.'],
};

/** What all pages of a clinic's administration say. */
export const en = {
  administration: 'Administration',
  patients: 'Patients',
  settings: 'Rules and quiet hours',
  clinicians: 'Clinicians',
  templates: 'Templates and catalog',
  outcomes: 'Outcomes',
  reports: 'Alerts and deliveries',
  access: 'Access log',
  branding: 'Branding',
  webhooks: 'Webhooks',
  clients: 'API clients',
  conflict: 'Somebody changed this in the meantime.',
  conflictHint: 'Nothing was saved. Read what is there now; what you typed stays, and you can send it again.',
  readAnew: 'Read what is there now',
  refused: (code: string) => REFUSALS_EN[code]?.[0] ?? '',
  refusedHint: (code: string) => REFUSALS_EN[code]?.[1] ?? '',
};

export const de: typeof en = {
  administration: 'Verwaltung',
  patients: 'Patienten',
  settings: 'Regeln und Ruhezeiten',
  clinicians: 'Team',
  templates: 'Vorlagen und Katalog',
  outcomes: 'Ergebnisse',
  reports: 'Hinweise und Zustellung',
  access: 'Zugriffe',
  branding: 'Auftritt',
  webhooks: 'Webhooks',
  clients: 'Programmzugänge',
  conflict: 'Jemand hat das inzwischen geändert.',
  conflictHint: 'Nichts wurde gespeichert. Lesen Sie, was jetzt gilt; Ihre Eingaben bleiben, und Sie können sie noch einmal senden.',
  readAnew: 'Lesen, was jetzt gilt',
  refused: (code: string) => REFUSALS_DE[code]?.[0] ?? '',
  refusedHint: (code: string) => REFUSALS_DE[code]?.[1] ?? '',
};

export const words = catalog({ en, de });
