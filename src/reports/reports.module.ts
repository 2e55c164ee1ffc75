import { Module } from '@nestjs/common';
import { ClosingController } from './closing/closing.controller.js';
import { Closings } from './closing/closings.js';
import { DistrictsModule } from '../districts/districts.module.js';
import { LedgerController } from './fairness/ledger.controller.js';
import { LedgerQueries } from './fairness/ledger.queries.js';
import { Ledgers } from './fairness/ledgers.js';
import { OwnShareController } from './fairness/own-share.controller.js';
import { ReportController } from './report.controller.js';
import { Reports } from './reports.service.js';
import { ReportFilesController } from './report-files.controller.js';
import { SupplyQueries } from './supply.queries.js';
import { VisitListQueries } from './visit-list.queries.js';
import { VisitsQueries } from './visits.queries.js';

@Module({
  imports: [DistrictsModule],
  controllers: [
    ReportController,
    ReportFilesController,
    ClosingController,
    LedgerController,
    OwnShareController,
  ],
  providers: [Reports, Closings, SupplyQueries, VisitsQueries, VisitListQueries, Ledgers, LedgerQueries],
  exports: [Ledgers],
})
export class ReportsModule {}
