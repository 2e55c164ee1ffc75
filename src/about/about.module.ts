import { Module } from '@nestjs/common';
import { DistrictsModule } from '../districts/districts.module.js';
import { AboutController } from './about.controller.js';

@Module({ imports: [DistrictsModule], controllers: [AboutController] })
export class AboutModule {}
