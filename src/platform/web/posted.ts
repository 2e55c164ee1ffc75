/** What a form posts: strings, or several strings under one name. Everything is read through these two. */
export type Posted = Record<string, string | string[] | undefined> | undefined;

export function textOf(posted: Posted, name: string): string {
  const value = posted?.[name];
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' ? withoutNul(text) : '';
}

export function textsOf(posted: Posted, name: string): string[] {
  const value = posted?.[name];
  return (Array.isArray(value) ? value : [value])
    .filter(text => typeof text === 'string')
    .map(withoutNul)
    .filter(text => text !== '');
}

/** Nobody types one, and PostgreSQL refuses every text that holds one. */
const withoutNul = (text: string) => text.replaceAll('\0', '');
