import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { OccupiedTimeStore } from '../calendars/occupied-time.store.js';
import { Clockwork } from '../platform/clockwork/clockwork.js';
import { AccessLinks } from './access-links.js';
import { UndoWindows } from './acts/undo-windows.js';
import { BookingChanges } from './booking-changes.js';
import { Handovers } from './handover/handovers.js';
import { Drafts } from './journey/drafts.js';

/** What time itself does to bookings. */
@Injectable()
export class BookingClockwork implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clockwork: Clockwork,
    private readonly changes: BookingChanges,
    private readonly occupied: OccupiedTimeStore,
    private readonly drafts: Drafts,
    private readonly links: AccessLinks,
    private readonly windows: UndoWindows,
    private readonly handovers: Handovers,
  ) {}

  onModuleInit(): void {
    this.clockwork.every(60, 'release preliminary bookings that were not confirmed', now =>
      this.changes.lapse(now),
    );
    this.clockwork.every(60, 'remove lapsed holds', now =>
      this.occupied.removeLapsed(this.dataSource.manager, now),
    );
    this.clockwork.every(60, 'settle wishes to hand over that have lapsed', now => this.handovers.lapse(now));
    this.clockwork.every(600, 'forget acts that can be undone no longer', now => this.windows.forget(now));
    this.clockwork.every(600, 'remove drafts older than a day', now => this.drafts.removeExpired(now));
    this.clockwork.every(3600, 'remove expired links', now => this.links.removeExpired(now));
  }
}
