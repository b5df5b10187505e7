/** What a push message says; nothing clinical ever is in one. */
interface Push {
  readonly id?: string;
  readonly kind?: string;
  readonly link?: string;
}

const TEXTS: Readonly<Record<'en' | 'de', Readonly<Record<string, string>>>> = {
  en: {
    'session-due': 'Your exercises for today are ready.',
    'posture-reset': 'Time to move: change your position.',
    'weekly-checklist': 'This week’s checklist is open.',
    'nothing-logged': 'How was today? One tap is enough.',
    milestone: 'There is good news about your progress.',
    other: 'There is something new for you.',
  },
  de: {
    'session-due': 'Ihre Übungen für heute sind bereit.',
    'posture-reset': 'Zeit für Bewegung: Wechseln Sie die Haltung.',
    'weekly-checklist': 'Die Liste dieser Woche ist offen.',
    'nothing-logged': 'Wie war der Tag? Ein Tippen genügt.',
    milestone: 'Es gibt Gutes über Ihren Verlauf.',
    other: 'Es gibt etwas Neues für Sie.',
  },
};

/** The notification for a message, in the language of this device. The same message twice shows once. */
export function notice(push: unknown, language: string): { readonly title: string; readonly options: NotificationOptions } {
  const { id, kind, link } = (typeof push === 'object' && push !== null ? push : {}) as Push;
  const texts = TEXTS[language.toLowerCase().startsWith('de') ? 'de' : 'en'];
  return {
    title: 'Backtrack',
    options: { body: texts[kind ?? 'other'] ?? texts['other'], tag: id, icon: '/icon.svg', badge: '/badge.svg', data: { link: link ?? '/my' } },
  };
}
