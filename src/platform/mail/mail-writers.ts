import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { MailWriter } from './mail.js';

/** Who writes which kind of mail. Rooms bring their writers when they start; a kind is written by exactly one. */
@Injectable()
export class MailWriters implements OnApplicationBootstrap {
  private readonly writers = new Map<string, MailWriter>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  add(writers: Record<string, MailWriter>): void {
    for (const [kind, writer] of Object.entries(writers)) {
      if (this.writers.has(kind)) throw new Error(`Two writers for the mail "${kind}".`);
      this.writers.set(kind, writer);
    }
  }

  of(kind: string): MailWriter {
    const writer = this.writers.get(kind);
    if (!writer) throw new Error(`Nobody writes the mail "${kind}".`);
    return writer;
  }

  /** A process that could not write what is already owed does not start. */
  async onApplicationBootstrap(): Promise<void> {
    const owed: { kind: string }[] = await this.dataSource.query(
      `SELECT DISTINCT kind FROM owed_mail WHERE state IN ('pending', 'retry', 'sending')`,
    );
    for (const { kind } of owed) this.of(kind);
  }
}
