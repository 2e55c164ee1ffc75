import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isUUID } from '../shared/text/uuid.js';
import type { DataSource, EntityManager } from 'typeorm';
import { Lecture } from './lecture.entity.js';

@Injectable()
export class LecturesQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  published(districtId: string): Promise<Lecture[]> {
    return this.dataSource.manager.find(Lecture, {
      where: { districtId, isPublished: true },
      order: { position: 'ASC' },
    });
  }

  bySlug(districtId: string, slug: string): Promise<Lecture | null> {
    return this.dataSource.manager.findOneBy(Lecture, { districtId, slug, isPublished: true });
  }

  /** A lecture that can be booked; null for one that does not exist or is no longer offered. */
  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Lecture | null> {
    return isUUID(id) ? manager.findOneBy(Lecture, { id, isPublished: true }) : null;
  }
}
