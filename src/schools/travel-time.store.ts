import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { estimatedMinutes, type Coordinates } from './travel.rules.js';

interface Way {
  from: string;
  to: string;
  minutes: number;
}

@Injectable()
export class TravelTimeStore {
  /**
   * Estimates the ways between schools that have just got coordinates and the other schools of their district. Those of
   * which something is known stay.
   */
  async estimate(manager: EntityManager, districtId: string, newOnMap: ReadonlySet<string>): Promise<void> {
    if (newOnMap.size === 0) return;
    const schools = await manager.query<({ id: string } & Coordinates)[]>(
      `SELECT s.id, s.latitude, s.longitude FROM school s JOIN school_district d ON d.school_id = s.id
        WHERE d.district_id = $1 AND s.latitude IS NOT NULL`,
      [districtId],
    );
    const ways = schools.flatMap(from =>
      schools
        .filter(to => to.id !== from.id && (newOnMap.has(from.id) || newOnMap.has(to.id)))
        .map((to): Way => ({ from: from.id, to: to.id, minutes: estimatedMinutes(from, to) })),
    );
    await manager.query(
      `INSERT INTO travel_time (district_id, from_school, to_school, minutes, source)
       SELECT $1, way.from, way.to, way.minutes, 'estimated'
         FROM jsonb_to_recordset($2) AS way("from" uuid, "to" uuid, minutes integer)
       ON CONFLICT DO NOTHING`,
      [districtId, JSON.stringify(ways)],
    );
  }
}
