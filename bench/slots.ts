// `npm run bench`, first part: how long it takes to find free times. The engine stands beside the limit of bench/limit in
// the same rounds and has to answer the same starts; the whole request is asked of a real database with bookings for
// more than half a year. What differs from the limit: the engine finds the hours of each day, which the limit gets ready
// made, and the request asks for one school and the product's own hours, grid and margins, so that it answers other starts.
import { measureEngine } from './lib/engine-figures.ts';
import { measureGrowth } from './lib/growth-figures.ts';
import { measureRequests } from './lib/request-figures.ts';

const held = [...measureEngine(), ...measureGrowth(), ...(await measureRequests())];
process.exit(held.includes(false) ? 1 : 0);
