import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module.js';
import { SlotsService } from './slots.service.js';

@Module({
  imports: [CalendarsModule],
  providers: [SlotsService],
  exports: [SlotsService],
})
export class SlotsModule {}
