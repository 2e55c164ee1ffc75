import { hash, verify } from '@node-rs/argon2';

/** OWASP's first recommendation for argon2id (19 MiB, two rounds, one lane), which are the library's defaults. */
export const hashOfPassword = (password: string): Promise<string> => hash(password.normalize('NFC'));

/** Whether a password fits; takes as long where there is no hash, so that time tells nobody who has an account. */
export async function fits(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const fitsHash = await verify(passwordHash ?? (await NOBODYS), password.normalize('NFC'));
  return fitsHash && passwordHash !== null && passwordHash !== undefined;
}

const NOBODYS = hash('nobody has this password');
