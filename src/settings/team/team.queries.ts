import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { periodOn, periodsOf, type HoursPeriod } from '../../calendars/hours.rules.js';
import { HoursStore } from '../../calendars/hours.store.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import type { SignedIn } from '../../staff/roles.js';

export interface ListedAccount {
  id: string;
  hasPassword: boolean;
  isDisabled: boolean;
  lastSignedInAt: Date | null;
}

export interface ListedMember {
  id: string;
  name: string;
  email: string;
  workingShare: number;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  /** Minutes a week by the hours that hold today. */
  weeklyMinutes: number;
  account: (Omit<ListedAccount, 'lastSignedInAt'> & { lastSignedInAt: string | null }) | null;
}

export interface ListedCoordinator extends ListedAccount {
  name: string;
  email: string;
}

export interface Member extends ListedMember {
  nameIsPublic: boolean;
  lectureIds: string[];
  /** Those that hold today. */
  hours: HoursPeriod;
}

export interface TaughtLecture {
  id: string;
  title: { sv: string; en: string };
  isPublished: boolean;
}

/** Whoever asks, of whom only the district matters. */
type Reader = Pick<SignedIn, 'districtId'>;

const MEMBER = `a.id, a.name, a.email, a.working_share::float AS "workingShare", a.employed_from AS "employedFrom",
  a.employed_until AS "employedUntil",
  (SELECT coalesce(sum(extract(epoch FROM h.ends_at - h.starts_at) / h.every_weeks) / 60, 0)::int FROM weekly_hours h
    WHERE h.assistant_id = a.id AND h.valid_from <= $2 AND (h.valid_until IS NULL OR h.valid_until >= $2)) AS "weeklyMinutes",
  (SELECT json_build_object('id', c.id, 'hasPassword', c.password_hash IS NOT NULL,
                            'isDisabled', c.disabled_at IS NOT NULL, 'lastSignedInAt', c.last_signed_in_at)
     FROM account c WHERE c.assistant_id = a.id) AS account`;

/** The team and the coordinators of the reader's own district. */
@Injectable()
export class TeamQueries {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly hours: HoursStore,
  ) {}

  /** Those who have left come last. */
  members(me: SignedIn, today: IsoDate): Promise<ListedMember[]> {
    return this.dataSource.query(
      `SELECT ${MEMBER} FROM assistant a WHERE a.district_id = $1
        ORDER BY coalesce(a.employed_until < $2, false), a.name COLLATE "sv-SE-x-icu"`,
      [me.districtId, today],
    );
  }

  coordinators(me: SignedIn): Promise<ListedCoordinator[]> {
    return this.dataSource.query(
      `SELECT id, name, email, password_hash IS NOT NULL AS "hasPassword", disabled_at IS NOT NULL AS "isDisabled",
              last_signed_in_at AS "lastSignedInAt"
         FROM account WHERE district_id = $1 AND role = 'coordinator'
        ORDER BY disabled_at IS NOT NULL, name COLLATE "sv-SE-x-icu"`,
      [me.districtId],
    );
  }

  async member(
    me: Reader,
    id: string,
    today: IsoDate,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Member | undefined> {
    if (!isUUID(id)) return undefined;
    const [row] = await manager.query<[Omit<Member, 'hours'> | undefined]>(
      `SELECT ${MEMBER}, a.name_is_public AS "nameIsPublic",
              (SELECT coalesce(json_agg(l.id ORDER BY l.position, l.slug), '[]')
                 FROM lecture_qualification q JOIN lecture l ON l.id = q.lecture_id
                WHERE q.assistant_id = a.id) AS "lectureIds"
         FROM assistant a WHERE a.district_id = $1 AND a.id = $3`,
      [me.districtId, today, id],
    );
    if (!row) return undefined;
    const periods = periodsOf(await this.hours.weekly(id, manager));
    const none = { validFrom: today, validUntil: null, windows: [] };
    return { ...row, hours: periodOn(periods, today) ?? none };
  }

  /** All lectures of the district, as somebody may be taught one that is not published yet. */
  lectures(me: Reader): Promise<TaughtLecture[]> {
    return this.dataSource.query(
      `SELECT id, json_build_object('sv', texts->'sv'->>'title', 'en', texts->'en'->>'title') AS title,
              is_published AS "isPublished"
         FROM lecture WHERE district_id = $1 ORDER BY position, slug`,
      [me.districtId],
    );
  }
}
