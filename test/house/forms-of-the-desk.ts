import type { World } from '../builders/world.js';
import type { TestApp } from '../setup/app.js';
import { formIn } from '../setup/form.js';
import type { Visitor } from '../setup/post.js';

/** Something that a form takes. */
export type Form = () => Promise<Fields> | Fields;
export type Fields = Record<string, string | string[]>;

interface Stage {
  app: TestApp;
  world: World;
  visitor: Visitor;
  /** What stands in addresses, by the name of the parameter. */
  params: Record<string, string>;
  /** Signs the browser in as a coordinator. */
  asCoordinator: <Given>(fields: Given) => Promise<Given>;
}

const SCHOOL = { namn: 'Rålambshovsskolan', huvudman: 'municipal', arskurs: '9', aktiv: 'ja' };
const PERSON = { namn: 'Ny Person', epost: 'ny@kungsholmen.example' };

/** What stands in a form of the coordinator, for the same browser to send; with something changed. */
async function edited(
  { visitor, params, asCoordinator }: Stage,
  path: string,
  changes: Record<string, string>,
): Promise<Fields> {
  await asCoordinator({});
  const address = path.replace(/:(\w+)/g, (_, name: string) => params[name]!);
  return { ...formIn((await visitor.get(address)).text), ...changes };
}

/** For each form by which a coordinator edits what the district is made of, something that it takes. */
export const formsOfTheDesk = (stage: () => Stage): Record<string, Form> => ({
  '/skolor/ny': () => stage().asCoordinator({ ...SCHOOL, namn: `Skolan ${String(Math.random())}` }),
  '/skolor/olistade': async () => {
    const { reference } = await stage().world.book({
      school: { unlistedName: 'Nya skolan', unlistedStreet: 'Nygatan 1' },
      email: 'ny@skolan.example',
      date: '2026-12-17',
    });
    return stage().asCoordinator({ bokning: reference, skola: stage().params.school! });
  },
  '/skolor/domaner': () => stage().asCoordinator({ doman: 'nya.example', vems: 'staff' }),
  '/skolor/domaner/ta-bort': async () => {
    const [row] = await stage().app.db.query<{ domain: string }[]>('SELECT domain FROM school_email_domain');
    return stage().asCoordinator({ doman: row!.domain });
  },
  '/skolor/:school': async () => {
    const [row] = await stage().app.db.query<{ stamp: string }[]>(
      'SELECT xmin::text AS stamp FROM school WHERE id = $1',
      [stage().params.school],
    );
    return stage().asCoordinator({ ...SCHOOL, stampel: row!.stamp });
  },
  '/skolor/:school/stangt': () => stage().asCoordinator({ fran: '2027-01-20', dagnamn: 'Studiedag' }),
  '/skolor/:school/stangt/ta-bort': async () => {
    const [row] = await stage().app.db.query<{ id: string }[]>('SELECT id FROM school_closed_days');
    return stage().asCoordinator({ dagar: row!.id });
  },
  '/personal/konto': () => stage().asCoordinator({ person: stage().params.assistant!, gor: 'switchOff' }),
  '/personal/ny': () => stage().asCoordinator({ ...PERSON, tjanst: '100', fran: '2026-11-23' }),
  '/personal/samordnare': () => stage().asCoordinator(PERSON),
  '/personal/:assistant': async () => {
    const [row] = await stage().app.db.query<{ stamp: string }[]>(
      'SELECT xmin::text AS stamp FROM assistant WHERE id = $1',
      [stage().params.assistant],
    );
    return stage().asCoordinator({
      ...PERSON,
      epost: 'bytt@kungsholmen.example',
      tjanst: '75',
      fran: '2020-01-01',
      stampel: row!.stamp,
    });
  },
  '/min-tillganglighet': () => ({ fran: '2027-01-20', d1r0fran: '8', d1r0till: '12', steg: 'anda' }),
  '/min-tillganglighet/ta-bort': () => ({ period: '2027-02-01', steg: 'anda' }),
  '/min-tillganglighet/extra': () => ({ datum: '2026-12-17', fran: '17', till: '19' }),
  '/min-tillganglighet/extra/ta-bort': async () => {
    const [row] = await stage().app.db.query<{ id: string }[]>('SELECT id FROM extra_hours');
    return { extra: row!.id };
  },
  '/utbud/ordning': async () => edited(stage(), '/utbud', { ner: stage().params.lectureId! }),
  '/utbud/ny': async () => edited(stage(), '/utbud/:lectureId', {}),
  '/utbud/:lectureId': async () => edited(stage(), '/utbud/:lectureId', { minutes: '75' }),
  '/utbud/:lectureId/kopia': async () => edited(stage(), '/utbud', {}),
  '/installningar/lasar': async () => edited(stage(), '/installningar', {}),
  '/installningar/lasar/:yearId': async () =>
    edited(stage(), '/installningar/lasar/:yearId', { steg: 'faststall' }),
  '/installningar/lasar/:yearId/lov/:breakId': async () =>
    edited(stage(), '/installningar/lasar/:yearId/lov/:breakId', { nameSv: 'Lov' }),
  '/installningar/lasar/:yearId/lov/:breakId/ta-bort': async () =>
    edited(stage(), '/installningar/lasar/:yearId', {}),
  '/installningar/regler': async () => edited(stage(), '/installningar/regler', { leadTimeWorkingDays: '9' }),
});
