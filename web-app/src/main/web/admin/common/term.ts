/** Words for wire names; one that is newer than this page is shown as it is. */
export function term(terms: Readonly<Record<string, string>>): (id: string) => string {
  return (id) => terms[id] ?? id.replaceAll('-', ' ');
}
