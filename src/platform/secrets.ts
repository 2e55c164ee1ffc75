import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** 192 bits from the system's generator, in signs that an address may hold. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** How secrets and addresses are kept where only a comparison is needed. */
export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** An address as it is kept where only a comparison is needed; capitals make no difference. */
export const addressHash = (email: string): Buffer => sha256(email.toLowerCase());

/** A short key for "the same network address as before", which tells nobody the address. */
export const keyedDigest = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret of somebody's that we have to use again, as it may be kept: whoever only has the database cannot read it. */
export function sealed(secret: string, purpose: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(secret, purpose), nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined where it was sealed with another secret or for another purpose, or has been changed. */
export function unsealed(secret: string, purpose: string, kept: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(secret, purpose), kept.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(kept.subarray(-TAG_BYTES));
    const text = decipher.update(kept.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const keyFor = (secret: string, purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
