// The product's own pure rules, from the build: Node takes the types away from these programs, and does not find the
// sources of the product under the names that they call each other by.
const built = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).href;

export const engine = (await import(
  built('slots/slot.engine.js')
)) as typeof import('../../src/slots/slot.engine.js');
export const offer = (await import(
  built('slots/offer.rules.js')
)) as typeof import('../../src/slots/offer.rules.js');
export const calendar = (await import(
  built('shared/school-year/school-calendar.js')
)) as typeof import('../../src/shared/school-year/school-calendar.js');
export const dates = (await import(
  built('shared/time/iso-date.js')
)) as typeof import('../../src/shared/time/iso-date.js');
export const swedishTime = (await import(
  built('shared/time/swedish-time.js')
)) as typeof import('../../src/shared/time/swedish-time.js');
