import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Lecture } from '../../lectures/lecture.entity.js';
import { Grade } from '../../schools/grade.entity.js';
import { isUUID } from '../../shared/text/uuid.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';

export interface ListedLecture extends Lecture {
  /** Those of today's team who may hold it. */
  qualified: number;
  /** Visits that are booked and lie ahead. */
  coming: number;
}

/** The lectures of a district as its coordinator sees them: those that cannot be booked as well. */
@Injectable()
export class LectureQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async all(districtId: string, now: Date): Promise<ListedLecture[]> {
    const lectures = await this.dataSource.manager.find(Lecture, {
      where: { districtId },
      order: { position: 'ASC', id: 'ASC' },
    });
    const counts = await this.dataSource.query<{ id: string; qualified: number; coming: number }[]>(
      `SELECT l.id,
              (SELECT count(*)::int FROM lecture_qualification q JOIN assistant a ON a.id = q.assistant_id
                WHERE q.lecture_id = l.id AND a.employed_from <= $2 AND coalesce(a.employed_until, $2) >= $2) AS qualified,
              (SELECT count(*)::int FROM booking b
                WHERE b.lecture_id = l.id AND b.starts_at > $3 AND b.status IN ('preliminary', 'confirmed')) AS coming
         FROM lecture l WHERE l.district_id = $1`,
      [districtId, swedishDateOf(now), now],
    );
    return lectures.map(lecture => {
      const { qualified, coming } = counts.find(one => one.id === lecture.id)!;
      return Object.assign(lecture, { qualified, coming });
    });
  }

  async one(districtId: string, id: string, now: Date): Promise<ListedLecture | undefined> {
    return (await this.all(districtId, now)).find(lecture => lecture.id === id);
  }

  async toEdit(districtId: string, id: string, manager: EntityManager): Promise<Lecture | null> {
    return isUUID(id) ? manager.findOneBy(Lecture, { id, districtId }) : null;
  }

  grades(): Promise<Grade[]> {
    return this.dataSource.manager.find(Grade, { order: { position: 'ASC' } });
  }
}
