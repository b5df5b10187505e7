import { catalog } from '../../shared/i18n';

/** What the page about clinicians says. */
export const en = {
  clinicians: 'Clinicians',
  intro: 'Here is who looks after a patient, and whom you have named. Accounts and roles are kept by your identity provider, not here.',
  add: 'Name somebody',
  none: 'Nobody yet',
  noneHint: 'Name a clinician here, or assign one to a patient.',
  name: 'Name',
  nameHint: 'For the people of your clinic; left empty, the id is shown',
  id: 'Id',
  idHint: 'As it is in the account, such as thea.harbour',
  patients: 'Patients in care',
  mailbox: 'Mailbox',
  mailboxHint: 'Where alerts are mailed to; left empty, nothing is mailed, and the inbox is all there is',
  edit: 'Edit',
  editOf: (name: string) => `Edit ${name}`,
  save: 'Save',
  saved: 'Saved',
};

export const de: typeof en = {
  clinicians: 'Team',
  intro: 'Hier steht, wer sich um jemanden kümmert, und wen Sie benannt haben. Konten und Rollen führt Ihr Anmeldedienst, nicht diese Seite.',
  add: 'Jemanden benennen',
  none: 'Noch niemand',
  noneHint: 'Benennen Sie hier jemanden, oder ordnen Sie jemanden einem Patienten zu.',
  name: 'Name',
  nameHint: 'Für die Leute Ihrer Praxis; leer wird die Kennung gezeigt',
  id: 'Kennung',
  idHint: 'Wie im Konto, zum Beispiel thea.harbour',
  patients: 'Patienten in Behandlung',
  mailbox: 'E-Mail',
  mailboxHint: 'Wohin Hinweise gehen; leer wird nichts gemailt, dann bleibt nur der Posteingang hier',
  edit: 'Bearbeiten',
  editOf: (name: string) => `${name} bearbeiten`,
  save: 'Speichern',
  saved: 'Gespeichert',
};

export const words = catalog({ en, de });
