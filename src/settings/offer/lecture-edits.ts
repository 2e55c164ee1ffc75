import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Lecture } from '../../lectures/lecture.entity.js';
import { logChange, type Change } from '../../platform/history/change-log.js';
import { Sheets, type EditOutcome, type Editor } from '../sheets.service.js';
import { LectureQueries } from './lecture.queries.js';
import { reordered, sheetOfLecture, slugFor, type LectureSheet, type LectureWords } from './lecture-sheet.js';

export const LECTURE = 'lecture';

/** What coordinators do to the offer. A lecture is never deleted: what has been held stays known. */
@Injectable()
export class LectureEdits {
  constructor(
    private readonly sheets: Sheets,
    private readonly lectures: LectureQueries,
  ) {}

  change(
    editor: Editor,
    id: string,
    seen: string,
    lecture: LectureWords,
    now: Date,
  ): Promise<EditOutcome<LectureSheet>> {
    return this.sheets.save(
      editor,
      {
        subject: LECTURE,
        subjectId: id,
        seen,
        after: sheetOfLecture(lecture),
        load: async manager => {
          const row = await this.lectures.toEdit(editor.districtId, id, manager);
          return row ? sheetOfLecture(row) : undefined;
        },
        write: manager => manager.update(Lecture, { id }, lecture),
      },
      now,
    );
  }

  /** The last of the list, under an address of its own; answers its id. */
  add(editor: Editor, lecture: LectureWords, now: Date): Promise<string> {
    return this.sheets.inTurn(editor, manager => this.insert(manager, editor, lecture, 'created', now));
  }

  /** Hidden, and held by the same people; undefined where there is nothing to copy. */
  copy(
    editor: Editor,
    id: string,
    suffix: { sv: string; en: string },
    now: Date,
  ): Promise<string | undefined> {
    return this.sheets.inTurn(editor, async manager => {
      const original = await this.lectures.toEdit(editor.districtId, id, manager);
      if (!original) return undefined;
      const { sv, en } = original.texts;
      const copy: LectureWords = {
        audience: original.audience,
        grades: original.grades,
        topics: original.topics,
        minutes: original.minutes,
        sessionCount: original.sessionCount,
        peopleNeeded: original.peopleNeeded,
        leadAssistantId: original.leadAssistantId,
        groupSmallest: original.groupSmallest,
        groupLargest: original.groupLargest,
        mostPerWeek: original.mostPerWeek,
        mostPerTerm: original.mostPerTerm,
        isPublished: false,
        timesFrom: original.timesFrom,
        texts: {
          sv: { ...sv, title: `${sv.title} ${suffix.sv}` },
          en: { ...en, title: `${en.title} ${suffix.en}` },
        },
      };
      const copyId = await this.insert(manager, editor, copy, 'copied', now);
      await manager.query(
        `INSERT INTO lecture_qualification (lecture_id, assistant_id, district_id)
         SELECT $1, assistant_id, district_id FROM lecture_qualification WHERE lecture_id = $2`,
        [copyId, id],
      );
      return copyId;
    });
  }

  /** One step up (-1) or down (1); what stands at the end already, or is another district's, stays where it is. */
  move(editor: Editor, id: string, step: 1 | -1, now: Date): Promise<void> {
    return this.sheets.inTurn(editor, async manager => {
      const rows = await manager.find(Lecture, {
        where: { districtId: editor.districtId },
        order: { position: 'ASC', id: 'ASC' },
      });
      const before = rows.map(row => row.id);
      const after = reordered(before, id, step);
      await manager.query(
        `UPDATE lecture SET position = o.position - 1
           FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, position)
          WHERE lecture.id = o.id AND lecture.position <> o.position - 1`,
        [after],
      );
      const place = (order: string[]) => ({ position: order.indexOf(id) + 1 });
      if (before.includes(id))
        await this.log(manager, editor, id, 'changed', { before: place(before), after: place(after) }, now);
    });
  }

  private async insert(
    manager: EntityManager,
    editor: Editor,
    lecture: LectureWords,
    act: string,
    now: Date,
  ): Promise<string> {
    const { districtId } = editor;
    const known = await manager.find(Lecture, {
      where: { districtId },
      select: { slug: true, position: true },
    });
    const { identifiers } = await manager.insert(Lecture, {
      ...lecture,
      districtId,
      slug: slugFor(
        lecture.texts.sv.title,
        known.map(one => one.slug),
      ),
      position: Math.max(-1, ...known.map(one => one.position)) + 1,
    });
    const id = identifiers[0]!.id as string;
    await this.log(manager, editor, id, act, { after: sheetOfLecture(lecture) }, now);
    return id;
  }

  private log(
    manager: EntityManager,
    editor: Editor,
    id: string,
    act: string,
    values: Pick<Change, 'before' | 'after'>,
    now: Date,
  ): Promise<void> {
    const by = { accountId: editor.accountId, name: editor.name };
    const subject = { districtId: editor.districtId, by, subject: LECTURE, subjectId: id };
    return logChange(manager, { ...subject, act, ...values }, now);
  }
}
