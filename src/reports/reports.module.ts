import { Module } from '@nestjs/common';
import { ReportController } from './report.controller.js';
import { Reports } from './reports.service.js';
import { SupplyQueries } from './supply.queries.js';
import { VisitsQueries } from './visits.queries.js';

@Module({
  controllers: [ReportController],
  providers: [Reports, SupplyQueries, VisitsQueries],
})
export class ReportsModule {}
