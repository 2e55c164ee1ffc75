import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookableHours } from './bookable-hours.entity.js';
import { DistrictText } from './district-text.entity.js';
import { DistrictRules } from './district-rules.entity.js';
import { District } from './district.entity.js';
import { DistrictsQueries } from './districts.queries.js';
import { SchoolBreak, SchoolYear, TermRow } from './school-year.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      District,
      DistrictText,
      DistrictRules,
      BookableHours,
      SchoolYear,
      TermRow,
      SchoolBreak,
    ]),
  ],
  providers: [DistrictsQueries],
  exports: [DistrictsQueries],
})
export class DistrictsModule {}
