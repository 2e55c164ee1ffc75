import { Injectable } from '@nestjs/common';
import { District } from '../../districts/district.entity.js';
import { DISTRICT_TEXT_KEYS, DistrictText } from '../../districts/district-text.entity.js';
import { DistrictsQueries, type DistrictWords } from '../../districts/districts.queries.js';
import { Sheets, type EditOutcome, type Editor } from '../sheets.service.js';
import { sheetOfTexts, type OfficeFacts, type TextSheet } from './text-sheet.js';

export const TEXTS = 'texts';

/** Changes what a district says of itself together with its own words. */
@Injectable()
export class TextEdits {
  constructor(
    private readonly sheets: Sheets,
    private readonly districts: DistrictsQueries,
  ) {}

  async sheet(districtId: string): Promise<TextSheet> {
    return sheetOfTexts(await this.districts.byId(districtId), await this.districts.ownWords(districtId));
  }

  change(
    editor: Editor,
    seen: string,
    { office, words }: { office: OfficeFacts; words: DistrictWords },
    now: Date,
  ): Promise<EditOutcome<TextSheet>> {
    const { districtId } = editor;
    return this.sheets.save(
      editor,
      {
        subject: TEXTS,
        subjectId: districtId,
        seen,
        after: sheetOfTexts(office, words),
        load: async manager =>
          sheetOfTexts(
            await this.districts.byId(districtId, manager),
            await this.districts.ownWords(districtId, manager),
          ),
        write: async manager => {
          await manager.update(District, { id: districtId }, office);
          await manager.delete(DistrictText, { districtId });
          const rows = DISTRICT_TEXT_KEYS.flatMap(key => {
            const text = words[key];
            return text ? [{ districtId, key, ...text }] : [];
          });
          if (rows.length > 0) await manager.insert(DistrictText, rows);
        },
      },
      now,
    );
  }
}
