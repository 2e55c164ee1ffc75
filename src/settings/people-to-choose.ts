import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { swedishDateOf } from '../shared/time/swedish-time.js';

export interface PersonToChoose {
  id: string;
  name: string;
  hasLeft: boolean;
  /** Ids of the lectures that this person may hold. */
  lectures: string[];
}

/** The fältassistenter of a district, to choose some of: those who have left too, whose names a history needs. */
@Injectable()
export class PeopleToChoose {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  of(districtId: string, now: Date): Promise<PersonToChoose[]> {
    return this.dataSource.query(
      `SELECT a.id, a.name, coalesce(a.employed_until < $2, false) AS "hasLeft",
              ARRAY(SELECT q.lecture_id FROM lecture_qualification q WHERE q.assistant_id = a.id) AS lectures
         FROM assistant a WHERE a.district_id = $1 ORDER BY a.name COLLATE "sv-SE-x-icu", a.id`,
      [districtId, swedishDateOf(now)],
    );
  }
}

/** Words of coded values, as a history and a form that was outrun have them. */
export const namedValues = (field: string, people: readonly PersonToChoose[]): [string, string][] =>
  people.map(({ id, name }) => [`${field}=${id}`, name]);
