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
    return this.about('ARRAY[$1::uuid]', bookingId);
  }

  /** With those among colleagues about handing it over, which are nothing for the school. */
  withHandovers(bookingId: string): Promise<MailOfBooking[]> {
    return this.about(
      'ARRAY(SELECT $1::uuid UNION ALL SELECT id FROM handover WHERE booking_id = $1)',
      bookingId,
    );
  }

  private about(subjects: string, bookingId: string): Promise<MailOfBooking[]> {
    return this.dataSource.query(
      `SELECT kind, recipient, state, due_at AS "dueAt", settled_at AS "settledAt",
              may_be_duplicate AS "mayBeDuplicate", last_answer AS "lastAnswer"
         FROM owed_mail WHERE subject_id = ANY (${subjects}) ORDER BY coalesce(settled_at, due_at), id`,
      [bookingId],
    );
  }
}
