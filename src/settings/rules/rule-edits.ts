import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AUDIENCES, BookableHours, type Audience } from '../../districts/bookable-hours.entity.js';
import type { DailyHours } from '../../districts/district-plan.js';
import { DistrictRules } from '../../districts/district-rules.entity.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { clock } from '../../shared/time/format.js';
import { Sheets, type EditOutcome, type Editor } from '../sheets.service.js';
import { sheetOfRules, type BookingRules, type Hours, type RulesSheet } from './rules-sheet.js';

export const RULES = 'rules';

/** Changes the rules and the bookable hours of a district together. */
@Injectable()
export class RuleEdits {
  constructor(
    private readonly sheets: Sheets,
    private readonly districts: DistrictsQueries,
  ) {}

  change(
    editor: Editor,
    seen: string,
    wanted: { rules: BookingRules; hours: Hours },
    now: Date,
  ): Promise<EditOutcome<RulesSheet>> {
    const { districtId } = editor;
    return this.sheets.save(
      editor,
      {
        subject: RULES,
        subjectId: districtId,
        seen,
        after: sheetOfRules(wanted.rules, wanted.hours),
        load: async manager => {
          const { rules, hours } = await this.districts.plan(districtId, manager);
          return sheetOfRules(rules, hours);
        },
        write: async manager => {
          await manager.update(DistrictRules, { districtId }, wanted.rules);
          for (const audience of AUDIENCES)
            await writeHours(manager, districtId, audience, wanted.hours[audience]);
        },
      },
      now,
    );
  }
}

async function writeHours(
  manager: EntityManager,
  districtId: string,
  audience: Audience,
  hours: DailyHours | undefined,
): Promise<void> {
  if (!hours) {
    await manager.delete(BookableHours, { districtId, audience });
    return;
  }
  const time = (minute: number | undefined) =>
    minute === undefined ? null : clock('en', minute).padStart(5, '0');
  await manager.upsert(
    BookableHours,
    {
      districtId,
      audience,
      opensAt: time(hours.opensAt)!,
      closesAt: time(hours.closesAt)!,
      noStartFrom: time(hours.noStart?.from),
      noStartUntil: time(hours.noStart?.until),
    },
    ['districtId', 'audience'],
  );
}
