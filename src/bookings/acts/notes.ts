import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SignedIn } from '../../staff/roles.js';

export interface Note {
  id: string;
  /** Null once it has been removed. */
  text: string | null;
  writtenBy: string;
  writtenAt: Date;
  removedBy: string | null;
  removedAt: Date | null;
}

/** What colleagues tell each other of a booking: never in a mail, never on a page of the school. */
@Injectable()
export class Notes {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The newest first. */
  of(bookingId: string): Promise<Note[]> {
    return this.dataSource.query(
      `SELECT id, text, account_name AS "writtenBy", written_at AS "writtenAt", removed_by AS "removedBy",
              removed_at AS "removedAt"
         FROM booking_note WHERE booking_id = $1 ORDER BY written_at DESC, id DESC`,
      [bookingId],
    );
  }

  async write(me: SignedIn, bookingId: string, text: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO booking_note (booking_id, text, account_id, account_name, written_at) VALUES ($1, $2, $3, $4, $5)`,
      [bookingId, text, me.accountId, me.name, now],
    );
  }

  /** The words go; who wrote and who removed them, and when, stays. */
  async remove(me: SignedIn, bookingId: string, noteId: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE booking_note SET text = NULL, removed_at = $3, removed_by = $4
        WHERE id = $2 AND booking_id = $1 AND removed_at IS NULL`,
      [bookingId, noteId, now, me.name],
    );
  }
}
