import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Lecture, LectureQualification } from './lecture.entity.js';
import { LecturesQueries } from './lectures.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([Lecture, LectureQualification])],
  providers: [LecturesQueries],
  exports: [LecturesQueries],
})
export class LecturesModule {}
