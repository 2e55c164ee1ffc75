import { STATUS_CODES } from 'node:http';

/** Problem details by RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  [extension: string]: unknown;
}

/** `type` is "about:blank" where the status says all there is to say. */
export const problem = (
  status: number,
  type = 'about:blank',
  detail?: string,
  extensions: Record<string, unknown> = {},
): Problem => ({
  type,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  ...(detail === undefined ? {} : { detail }),
  ...extensions,
});
