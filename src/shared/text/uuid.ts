/** Whether a text has the form of a UUID (RFC 9562), before PostgreSQL is asked for a row by it. */
export const isUUID = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
