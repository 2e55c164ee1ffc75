import type { DataSource } from 'typeorm';

/** A mail that has become owed: about what, of which kind, and whom it reaches (one of the team by their id). */
export interface Owed {
  subject: string;
  kind: string;
  who: string;
}

/** Sees which mails become owed from a moment on, whatever they are about. */
export class MailWatch {
  private constructor(
    private readonly db: DataSource,
    private readonly since: string,
  ) {}

  static async begin(db: DataSource): Promise<MailWatch> {
    const [{ since }] = await db.query<[{ since: string }]>(
      'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS since',
    );
    return new MailWatch(db, since);
  }

  owed(): Promise<Owed[]> {
    return this.db.query(
      `SELECT m.subject_id AS subject, m.kind,
              coalesce(a.id::text, CASE WHEN m.recipient = d.email THEN 'mailbox' ELSE 'school' END) AS who
         FROM owed_mail m JOIN district d ON d.id = m.district_id
         LEFT JOIN assistant a ON a.district_id = d.id AND a.email = m.recipient
        WHERE m.state = 'pending' AND m.xmin::text::bigint >= $1::bigint ORDER BY 1, 2, 3`,
      [this.since],
    );
  }
}
