import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { constraintOf } from '../../platform/database/constraint-of.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange } from '../../platform/history/change-log.js';
import { SchoolEmailDomain } from '../../schools/school.entity.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import type { Holder } from './school.rules.js';

/** Domains whose addresses the district knows: of staff, who book with a confirmation at once, or of pupils. */
@Injectable()
export class SchoolDomains {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(
    me: SignedIn,
    { domain, holder }: { domain: string; holder: Holder },
    now: Date,
  ): Promise<true | Refusal<'listedAlready'>> {
    const districtId = me.districtId!;
    try {
      await inTransaction(this.dataSource, async manager => {
        await manager.insert(SchoolEmailDomain, { districtId, domain, holder });
        await logChange(manager, { ...changeOf(me), act: 'created', after: { [holder]: domain } }, now);
      });
      return true;
    } catch (error) {
      if (constraintOf(error) === 'school_email_domain_pkey') return refuse('listedAlready');
      throw error;
    }
  }

  /** Taking away what is not there (any longer) changes nothing. */
  async remove(me: SignedIn, domain: string, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      const [rows] = await manager.query<[{ holder: Holder }[], number]>(
        'DELETE FROM school_email_domain WHERE district_id = $1 AND domain = $2 RETURNING holder',
        [me.districtId, domain],
      );
      for (const { holder } of rows)
        await logChange(manager, { ...changeOf(me), act: 'removed', before: { [holder]: domain } }, now);
    });
  }
}

const changeOf = (me: SignedIn) => ({
  districtId: me.districtId,
  by: me,
  subject: 'schoolDomains',
  subjectId: me.districtId!,
});
