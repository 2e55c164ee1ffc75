import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Grade } from './grade.entity.js';
import { School, SchoolClosedDays, SchoolDistrict, SchoolEmailDomain } from './school.entity.js';
import { SchoolsQueries } from './schools.queries.js';
import { TravelTimeStore } from './travel-time.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([School, SchoolDistrict, SchoolClosedDays, SchoolEmailDomain, Grade])],
  providers: [SchoolsQueries, TravelTimeStore],
  exports: [SchoolsQueries, TravelTimeStore],
})
export class SchoolsModule {}
