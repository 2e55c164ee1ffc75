import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 192 bits from the system's generator, in signs that an address may hold. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** How secrets and addresses are kept where only a comparison is needed. */
export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** An address as it is kept where only a comparison is needed; capitals make no difference. */
export const addressHash = (email: string): Buffer => sha256(email.toLowerCase());

/** A short key for "the same network address as before", which tells nobody the address. */
export const keyedDigest = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);
