/** What a form of this room posts: one text under each name. */
export type PostedWords = Record<string, unknown> | undefined;

/** Nobody types the sign NUL, and PostgreSQL refuses every text that holds one. */
export function wordOf(posted: PostedWords, name: string): string {
  const value = posted?.[name];
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}
