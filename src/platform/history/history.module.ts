import { Global, Module } from '@nestjs/common';
import { ChangeLog } from './change-log.js';

@Global()
@Module({ providers: [ChangeLog], exports: [ChangeLog] })
export class HistoryModule {}
