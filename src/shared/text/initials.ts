/** "AH" for Amina Haddad: the first letters of the first and the last of somebody's names. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map(word => (Array.from(word)[0] ?? '').toLocaleUpperCase('sv')).join('');
}
