import { findIana } from 'windows-iana';

const remembered = new Map<string, string | undefined>();
const REMEMBERED_AT_MOST = 1000;

/**
 * The zone of the IANA database that a calendar means by a name: one of those, of Windows (whose zones are many
 * countries', so that the Swedish one is asked for first), or with a maker's prefix. Undefined for all others, such as
 * names that are made for people, "(UTC+01:00) Amsterdam, Berlin".
 *
 * What the file itself says of a zone is never asked: two calendars may say different things of one name.
 */
export function zoneNamed(name: string): string | undefined {
  if (!remembered.has(name)) {
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
    remembered.set(name, lookUp(name));
  }
  return remembered.get(name);
}

function lookUp(name: string): string | undefined {
  const short = /[^/]+\/[^/]+$/.exec(name)?.[0];
  return [findIana(name, 'SE')[0], findIana(name)[0], name, short].find(one => one && isZone(one));
}

function isZone(name: string): boolean {
  // An offset such as +01:00 is a zone to Temporal, but to no calendar.
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== '';
  } catch {
    return false;
  }
}
