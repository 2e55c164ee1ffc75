import { Global, Module } from '@nestjs/common';
import { MailBell } from './mail-bell.js';

@Global()
@Module({ providers: [MailBell], exports: [MailBell] })
export class QueueModule {}
