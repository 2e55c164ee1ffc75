import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Settings } from '../config/settings.js';
import { DemonstrationMail } from './demonstration-mail.entity.js';
import { InboxController } from './inbox/inbox.controller.js';
import { MailDelivery } from './mail-delivery.js';
import { MailSweeper } from './mail-sweeper.js';
import { MailTransport } from './mail-transport.js';
import { MailWorker } from './mail-worker.js';
import { MailWriters } from './mail-writers.js';
import { OwedMail } from './owed-mail.entity.js';

@Module({})
export class MailModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: MailModule,
      global: true,
      imports: [TypeOrmModule.forFeature([OwedMail, DemonstrationMail])],
      controllers: settings.mode === 'demonstration' ? [InboxController] : [],
      providers: [MailWriters, MailTransport, MailDelivery, MailSweeper, MailWorker],
      exports: [MailWriters, MailDelivery, MailWorker],
    };
  }
}
