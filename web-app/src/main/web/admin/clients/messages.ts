import { catalog } from '../../shared/i18n';

/** What the page about API clients says. */
export const en = {
  clients: 'API clients',
  intro: 'Your own software uses the API with a token of its own. Its client is kept by your identity provider, not by Backtrack: there it is made, given a secret, and taken away.',
  needs: 'What a client needs',
  tokenUrl: 'Token address',
  tokenUrlHint: 'As your identity provider’s /.well-known/openid-configuration names it',
  grant: 'Grant',
  grantHint: 'No person signs in; the software does',
  audience: 'Audience',
  audienceHint: 'A token for anything else is refused with 401',
  clinic: 'Clinic',
  clinicHint: 'A claim of the token. It decides whose data is seen, and can be no other',
  role: 'Role',
  roleHint: 'A claim of the token. What each role may do is in the API’s documents',
  steps: 'How to set one up',
  allSteps: 'At your identity provider, make a client for machines, with one secret.\nHave its tokens carry the audience and the two claims above, signed with RS256.\nGive id and secret to your software, and to nobody else. One client for each system, so that one can be taken away alone.\nAsk for a token, and again when it has run out.',
  ask: 'To try it',
  askHint: 'The addresses of the services are those that your operator has given them.',
  lost: 'If a secret gets lost, change it at the identity provider at once. Tokens that are out end by themselves, within their minutes.',
};

export const de: typeof en = {
  clients: 'Programmzugänge',
  intro: 'Ihre eigene Software nutzt die Schnittstelle mit einem eigenen Token. Ihr Zugang liegt bei Ihrem Anmeldedienst, nicht bei Backtrack: Dort wird er angelegt, bekommt ein Geheimnis und wird entzogen.',
  needs: 'Was ein Zugang braucht',
  tokenUrl: 'Adresse für Token',
  tokenUrlHint: 'Wie sie in /.well-known/openid-configuration Ihres Anmeldedienstes steht',
  grant: 'Verfahren',
  grantHint: 'Niemand meldet sich an; die Software tut es',
  audience: 'Empfänger',
  audienceHint: 'Ein Token für etwas anderes wird mit 401 abgelehnt',
  clinic: 'Praxis',
  clinicHint: 'Steht im Token. Es entscheidet, wessen Daten zu sehen sind, und lässt sich nicht umgehen',
  role: 'Rolle',
  roleHint: 'Steht im Token. Was eine Rolle darf, sagen die Dokumente der Schnittstelle',
  steps: 'So richten Sie einen ein',
  allSteps: 'Legen Sie bei Ihrem Anmeldedienst einen Zugang für Maschinen an, mit einem Geheimnis.\nLassen Sie seine Token den Empfänger und die beiden Angaben oben tragen, signiert mit RS256.\nGeben Sie Kennung und Geheimnis Ihrer Software und sonst niemandem. Je System ein Zugang, damit sich einer allein entziehen lässt.\nHolen Sie ein Token, und ein neues, wenn es abgelaufen ist.',
  ask: 'Zum Ausprobieren',
  askHint: 'Die Adressen der Dienste hat festgelegt, wer sie betreibt.',
  lost: 'Geht ein Geheimnis verloren, ändern Sie es sofort beim Anmeldedienst. Schon ausgegebene Token enden von selbst nach Minuten.',
};

export const words = catalog({ en, de });
