/** What a form posts: strings, or several strings under one name. Everything is read through these two. */
export type Posted = Record<string, string | string[] | undefined> | undefined;

export function textOf(posted: Posted, name: string): string {
  const value = posted?.[name];
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' ? text : '';
}

export function textsOf(posted: Posted, name: string): string[] {
  const value = posted?.[name];
  return (Array.isArray(value) ? value : [value]).filter(
    text => typeof text === 'string' && text !== '',
  ) as string[];
}
