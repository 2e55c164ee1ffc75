import type { SMTPPoolOptions } from 'nodemailer';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Settings of the connection to the mail server. Outside this machine STARTTLS is demanded, unless the address says
 * `?tls=none` (a relay on an internal network that knows no TLS).
 */
export function smtpOptions(smtpUrl: string, timeoutSeconds: number): SMTPPoolOptions {
  const url = new URL(smtpUrl);
  const isPlain = url.searchParams.get('tls') === 'none' || LOOPBACK.includes(url.hostname);
  const secure = url.protocol === 'smtps:';
  const milliseconds = timeoutSeconds * 1000;
  return {
    pool: true,
    maxConnections: 5,
    // The pool would send once more by itself when a line breaks, and nobody would know of the second copy.
    maxRequeues: 0,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !isPlain,
    ignoreTLS: !secure && isPlain,
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
  };
}
