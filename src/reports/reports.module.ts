import { Module } from '@nestjs/common';
import { ClosingController } from './closing/closing.controller.js';
import { Closings } from './closing/closings.js';
import { ReportController } from './report.controller.js';
import { Reports } from './reports.service.js';
import { ReportFilesController } from './report-files.controller.js';
import { SupplyQueries } from './supply.queries.js';
import { VisitListQueries } from './visit-list.queries.js';
import { VisitsQueries } from './visits.queries.js';

@Module({
  controllers: [ReportController, ReportFilesController, ClosingController],
  providers: [Reports, Closings, SupplyQueries, VisitsQueries, VisitListQueries],
})
export class ReportsModule {}
