// How long it takes from one school to another, as long as nobody of the team has said it better:
// - the way is longer than the beeline by three tenths;
// - on foot it is gone at 5 km/h; by public transport it is ridden at 20 km/h after ten minutes of walking and waiting;
// - whichever is quicker counts, rounded up to five minutes.

/** WGS 84, in degrees. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

const DETOUR = 1.3;
const WALKING_KM_H = 5;
const RIDING_KM_H = 20;
const MINUTES_TO_BOARD = 10;
const STEP_MINUTES = 5;
/** The longest that the table takes. */
export const LONGEST_TRAVEL_MINUTES = 180;

const EARTH_RADIUS_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Along a great circle. */
export function beelineKm(a: Coordinates, b: Coordinates): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const share =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(share));
}

export function estimatedMinutes(a: Coordinates, b: Coordinates): number {
  const way = beelineKm(a, b) * DETOUR;
  const walking = (way / WALKING_KM_H) * 60;
  const riding = MINUTES_TO_BOARD + (way / RIDING_KM_H) * 60;
  const minutes = Math.ceil(Math.min(walking, riding) / STEP_MINUTES) * STEP_MINUTES;
  return Math.min(minutes, LONGEST_TRAVEL_MINUTES);
}
