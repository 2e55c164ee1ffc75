/**
 * Whether a period of somebody overlaps a span (both ranges of instants), in the words of the indexes by person and end: what
 * has been, for years perhaps, is not looked at. `&&` fits none of them.
 */
export const overlaps = (period: string, span: string): string =>
  `(upper(${period}) > lower(${span}::tstzrange) AND lower(${period}) < upper(${span}::tstzrange))`;
