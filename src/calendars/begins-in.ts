/**
 * Of a row of occupied_time: whether it takes the time of a person, and its lecture begins in a span (a range of instants).
 * Asked so that only an index made for it fits, and none of the exclusion constraints: PostgreSQL may lose rows of those
 * when they are read in a loop (docs/hard-things/double-booking.md). `row`: its alias with a point, or nothing.
 */
export const beginsIn = (row: string, personId: string, span: string): string =>
  `${row}assistant_id::text = ${personId}::text
   AND lower(${row}lecture) >= lower(${span}::tstzrange) AND lower(${row}lecture) < upper(${span}::tstzrange)`;
