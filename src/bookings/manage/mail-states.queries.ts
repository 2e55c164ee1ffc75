import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { OwedMailState } from '../../platform/mail/owed-mail.entity.js';

export interface MailOfBooking {
  kind: string;
  recipient: string;
  state: OwedMailState;
  dueAt: Date;
  settledAt: Date | null;
  mayBeDuplicate: boolean;
  lastAnswer: string | null;
}

/** What has been mailed and will be mailed about a booking, and how it went. */
@Injectable()
export class MailStatesQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  of(bookingId: string): Promise<MailOfBooking[]> {
    return this.dataSource.query(
      `SELECT kind, recipient, state, due_at AS "dueAt", settled_at AS "settledAt",
              may_be_duplicate AS "mayBeDuplicate", last_answer AS "lastAnswer"
         FROM owed_mail WHERE subject_id = $1 ORDER BY coalesce(settled_at, due_at), id`,
      [bookingId],
    );
  }
}
