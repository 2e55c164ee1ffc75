/**
 * Whether a lecture begins in a span (a range of instants). Asked so, and not by the operator of the exclusion constraints,
 * because PostgreSQL may lose a row of a GiST index that is scanned again and again in one statement while its only page is
 * split (docs/hard-things/double-booking.md): such questions go to an index of their own.
 */
export const beginsIn = (lecture: string, span: string): string =>
  `lower(${lecture}) >= lower(${span}::tstzrange) AND lower(${lecture}) < upper(${span}::tstzrange)`;
