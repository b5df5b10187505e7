import { catalog } from '../../shared/i18n';
import { term } from '../common/term';

/** What the page about a clinic's branding says. */
export const en = {
  branding: 'Branding',
  member: term({
    name: 'Name of the clinic', colour: 'Colour', contact: 'How to reach you', replyTo: 'Answers go to', logo: 'Logo', zone: 'Time zone of the clinic',
  }),
  nameHint: 'Left empty, mails come from Backtrack',
  colourHint: 'Dark enough to be read on white',
  contactHint: 'One line, such as: Weekdays 8 to 17: 030 555 0100',
  replyToHint: 'Left empty, nobody reads answers, and mails say so',
  logoHint: 'An https address. Whoever opens a mail fetches it from there, so its host learns of that',
  zoneHint: 'Such as Europe/Berlin; for the quiet hours of those who set none',
  preview: 'How a mail begins and ends',
  sample: 'There is something new for you. Sign in to see what it is about.',
  logoFrom: (host: string) => `With a logo from ${host}`,
  answersTo: (address: string) => `Answers go to ${address}.`,
  noAnswers: 'Answers to this mail are read by nobody.',
  saved: 'Saved. It holds for what is sent from now on',
};

export const de: typeof en = {
  branding: 'Auftritt',
  member: term({
    name: 'Name der Praxis', colour: 'Farbe', contact: 'So erreicht man Sie', replyTo: 'Antworten gehen an', logo: 'Logo', zone: 'Zeitzone der Praxis',
  }),
  nameHint: 'Leer kommen Mails von Backtrack',
  colourHint: 'Dunkel genug, um auf Weiß lesbar zu sein',
  contactHint: 'Eine Zeile, zum Beispiel: Werktags 8 bis 17 Uhr: 030 555 0100',
  replyToHint: 'Leer liest niemand Antworten, und Mails sagen das',
  logoHint: 'Eine https-Adresse. Wer eine Mail öffnet, lädt es von dort; der Ort erfährt davon',
  zoneHint: 'Zum Beispiel Europe/Berlin; für die Ruhezeit derer, die keine eigene haben',
  preview: 'Wie eine Mail beginnt und endet',
  sample: 'Es gibt etwas Neues für Sie. Melden Sie sich an, um zu sehen, worum es geht.',
  logoFrom: (host: string) => `Mit einem Logo von ${host}`,
  answersTo: (address: string) => `Antworten gehen an ${address}.`,
  noAnswers: 'Antworten auf diese Mail liest niemand.',
  saved: 'Gespeichert. Es gilt für alles, was ab jetzt gesendet wird',
};

export const words = catalog({ en, de });
