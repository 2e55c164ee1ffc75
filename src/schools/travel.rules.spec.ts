import { expect, test } from '@jest/globals';
import { beelineKm, estimatedMinutes } from './travel.rules.js';

const radhuset = { latitude: 59.3305, longitude: 18.0422 };
/** So many kilometres north of it: a degree of latitude is 111.19 km. */
const north = (km: number) => ({ ...radhuset, latitude: radhuset.latitude + km / 111.195 });

test('the beeline is the same there and back, and as long as on the map', () => {
  const skarholmen = { latitude: 59.2771, longitude: 17.907 };
  expect(beelineKm(radhuset, skarholmen)).toBeCloseTo(9.7, 1);
  expect(beelineKm(skarholmen, radhuset)).toBeCloseTo(beelineKm(radhuset, skarholmen), 9);
});

test.each([
  [0, 0],
  [0.3, 5],
  [0.32, 5],
  [0.33, 10],
  // From here on it is quicker to ride.
  [2, 20],
  [5, 30],
  [50, 180],
])('%d km take %d minutes', (km, minutes) => {
  expect(estimatedMinutes(radhuset, north(km))).toBe(minutes);
});
