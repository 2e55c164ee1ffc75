import type { Access } from '../../src/platform/web/access.js';
import { ROLES, type Role } from '../../src/staff/roles.js';

/** Who may use a route; `files`: no handler of ours stands behind it, only what the build has made. */
type Listed = Access | 'files';

/**
 * Every address of the product and who may use it; each GET answers HEAD too. A route that is not written here fails a
 * test: whoever adds one says in the same change for whom it is.
 */
export const ROUTES: Record<string, Listed> = {
  'GET /': 'anyone',
  'GET /public/*': 'files',
  'GET /robots.txt': 'anyone',
  'GET /livez': 'anyone',
  'GET /readyz': 'anyone',
  'GET /om': 'anyone',
  'GET /tillganglighet': 'anyone',
  'GET /personuppgifter': 'anyone',
  'GET /kakor': 'anyone',

  'GET /boka': 'anyone',
  'GET /boka/:slug': 'anyone',
  'GET /boka/:slug/utbud/:lecture': 'anyone',
  'GET /boka/:slug/forelasning': 'anyone',
  'POST /boka/:slug/forelasning': 'anyone',
  'GET /boka/:slug/skola': 'anyone',
  'POST /boka/:slug/skola': 'anyone',
  'GET /boka/:slug/annan-skola': 'anyone',
  'POST /boka/:slug/annan-skola': 'anyone',
  'GET /boka/:slug/tid': 'anyone',
  'POST /boka/:slug/tid': 'anyone',
  'POST /boka/:slug/hall-tiden': 'anyone',
  'GET /boka/:slug/klass': 'anyone',
  'POST /boka/:slug/klass': 'anyone',
  'GET /boka/:slug/kontakt': 'anyone',
  'POST /boka/:slug/kontakt': 'anyone',
  'GET /boka/:slug/granska': 'anyone',
  'POST /boka/:slug/granska': 'anyone',

  'GET /bokning/l/:token': 'anyone',
  'GET /bokning/lankar': 'anyone',
  'POST /bokning/lankar': 'anyone',
  'GET /bokning/:reference': 'linkHolder',
  'GET /bokning/:reference/bokad': 'linkHolder',
  'GET /bokning/:reference/kalender.ics': 'linkHolder',
  'POST /bokning/:reference/bekrafta': 'linkHolder',
  'POST /bokning/:reference/en-klass-till': 'linkHolder',
  'GET /bokning/:reference/andra': 'linkHolder',
  'POST /bokning/:reference/andra': 'linkHolder',
  'GET /bokning/:reference/flytta': 'linkHolder',
  'GET /bokning/:reference/flytta/till': 'linkHolder',
  'POST /bokning/:reference/flytta': 'linkHolder',
  'GET /bokning/:reference/avboka': 'linkHolder',
  'POST /bokning/:reference/avboka': 'linkHolder',
  'GET /bokning/:reference/inte-jag': 'linkHolder',
  'POST /bokning/:reference/inte-jag': 'linkHolder',

  'GET /logga-in': 'anyone',
  'POST /logga-in': 'anyone',
  'POST /logga-ut': 'anyone',
  'GET /glomt-losenordet': 'anyone',
  'POST /glomt-losenordet': 'anyone',
  'GET /valj-losenord/:token': 'anyone',
  'GET /valj-losenord': 'anyone',
  'POST /valj-losenord': 'anyone',
  'GET /konto': 'staff',
  'POST /konto/logga-ut-annan': 'staff',
  'POST /konto/losenord': 'staff',
  'GET /kalender': 'staff',
  'GET /kalender/vecka': 'staff',
  'GET /kalender/prenumerera': 'staff',
  'POST /kalender/prenumerera': 'staff',
  'POST /kalender/prenumerera/avsluta': 'staff',
  'GET /kalender/:token.ics': 'anyone',
  'GET /kalender/:reference': 'staff',
  'GET /kalender/:reference/uppfoljning': 'staff',
  'POST /kalender/:reference/uppfoljning': 'staff',
  'GET /franvaro': 'staff',
  'POST /franvaro': 'staff',
  'POST /franvaro/ta-bort': 'staff',

  'GET /api/v1/openapi.json': 'anyone',
  'GET /api/v1/districts': 'anyone',
  'GET /api/v1/districts/:slug/lectures': 'anyone',
  'GET /api/v1/districts/:slug/schools': 'anyone',
  'GET /api/v1/lectures/:id/slots': 'anyone',
  'POST /api/v1/bookings': 'anyone',

  'GET /dev/inbox': 'demonstration',
  'GET /dev/inbox/:id': 'demonstration',
  'GET /dev/inbox/:id/html': 'demonstration',
  'GET /dev/inbox/:id/faltbokning.ics': 'demonstration',
};

const TEAM: Role[] = ['assistant', 'coordinator'];

/** Which roles the routes of the staff are for; to every other role they do not exist. */
export const ROLES_OF: Record<string, readonly Role[]> = {
  'GET /konto': ROLES,
  'POST /konto/logga-ut-annan': ROLES,
  'POST /konto/losenord': ROLES,
  'GET /kalender': TEAM,
  'GET /kalender/vecka': TEAM,
  'GET /kalender/prenumerera': ['assistant'],
  'POST /kalender/prenumerera': ['assistant'],
  'POST /kalender/prenumerera/avsluta': ['assistant'],
  'GET /kalender/:reference': TEAM,
  'GET /kalender/:reference/uppfoljning': TEAM,
  'POST /kalender/:reference/uppfoljning': TEAM,
  'GET /franvaro': ['assistant'],
  'POST /franvaro': ['assistant'],
  'POST /franvaro/ta-bort': ['assistant'],
};

export const withMethod = (method: string): string[] =>
  Object.keys(ROUTES)
    .filter(route => route.startsWith(`${method} `))
    .map(route => route.slice(method.length + 1));
