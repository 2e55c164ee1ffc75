import { randomUUID } from 'node:crypto';
import type pg from 'pg';

export interface Booked {
  id: string;
  reference: string;
  manageUrl: string;
}

/** A school that books and cancels as schools do: through the API and through the pages of its link. */
export class School {
  private made = 0;
  private starts: string[] = [];
  private lectureId = '';
  private schoolIds: string[] = [];

  private readonly port: number;
  private readonly db: pg.Pool;

  private constructor(port: number, db: pg.Pool) {
    this.port = port;
    this.db = db;
  }

  static async at(port: number, db: pg.Pool): Promise<School> {
    const school = new School(port, db);
    const lectures = await db.query<{ id: string }>(
      `SELECT id FROM lecture WHERE slug = 'cannabis-och-hjarnan'`,
    );
    const schools = await db.query<{ id: string }>(`SELECT id FROM school WHERE '9' = ANY(grades)`);
    school.lectureId = lectures.rows[0]!.id;
    school.schoolIds = schools.rows.map(row => row.id);
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const answer = await fetch(
      school.url(`/api/v1/lectures/${school.lectureId}/slots?from=${day(0)}&to=${day(300)}`),
    );
    school.starts = ((await answer.json()) as { slots: { start: string }[] }).slots.map(slot => slot.start);
    return school;
  }

  /** Books the next free time; tries on where a time is taken. */
  async book(): Promise<Booked> {
    for (;;) {
      const number = this.made++;
      const start = this.starts[Math.floor((number * 7) % this.starts.length)];
      const answer = await fetch(this.url('/api/v1/bookings'), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          'x-forwarded-for': `10.1.${String(number >> 8)}.${String(number % 256)}`,
        },
        body: JSON.stringify({
          lectureId: this.lectureId,
          start,
          schoolId: this.schoolIds[number % this.schoolIds.length],
          className: '9A',
          grade: '9',
          pupils: 25,
          contact: {
            name: 'Karin Ek',
            email: `school${String(number)}@edu.stockholm.se`,
            phone: '070-174 06 12',
          },
          teacherPresent: true,
        }),
      });
      if (answer.status === 409) continue;
      if (answer.status !== 201) throw new Error(`booking: ${String(answer.status)} ${await answer.text()}`);
      const booked = (await answer.json()) as Omit<Booked, 'id'>;
      const { rows } = await this.db.query<{ id: string }>('SELECT id FROM booking WHERE reference = $1', [
        booked.reference,
      ]);
      return { ...booked, id: rows[0]!.id };
    }
  }

  async cancel(booked: Booked): Promise<void> {
    const opened = await fetch(this.url(new URL(booked.manageUrl).pathname), { redirect: 'manual' });
    const cookies = cookiesOf(opened);
    const path = `/bokning/${booked.reference}/avboka`;
    const shown = await fetch(this.url(path), { headers: { cookie: cookies } });
    const token = /name="_csrf" value="([^"]+)"/.exec(await shown.text())?.[1] ?? '';
    const answer = await fetch(this.url(path), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: [cookies, cookiesOf(shown)].filter(Boolean).join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ _csrf: token, orsak: 'illness', mer: '' }).toString(),
    });
    if (answer.headers.get('location') !== `/bokning/${booked.reference}?klart=avbokad`)
      throw new Error(`cancelling: ${String(answer.status)} ${answer.headers.get('location') ?? ''}`);
  }

  private url(path: string): string {
    return `http://127.0.0.1:${String(this.port)}${path}`;
  }
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ');
