/**
 * Whether a text that came with a request is a path of our own, fit to be redirected to: "//host" and "/\host" lead
 * elsewhere, and control characters are dropped by browsers before they read what is left.
 */
export const isOwnPath = (text: string): boolean => /^\/(?![/\\])[\w\-./?=&%+:~]*$/.test(text);
